package th.oit.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a site wants rules to be weighed that are not for all to keep. Immutable.
 *
 * @param byRule in the order of the rules; what is not named keeps its usual weight
 */
public record RuleSettings(Map<Rule, Setting> byRule) {
  /** Every rule as it usually is. */
  public static final RuleSettings USUAL = new RuleSettings(Map.of());

  /**
   * The families of rules that no site can change: without them the tool could not say what it
   * promises, that every item stands and that what was written is what is published.
   */
  private static final Set<String> FIXED =
      Set.of("oit", "source", "site", "run", "template", "baseline");

  /** What becomes of a rule's findings. */
  public enum Setting {
    OFF,
    WARNING,
    ERROR;

    /** The name in the configuration and in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RuleSettings {
    Map<Rule, Setting> sorted = new EnumMap<>(Rule.class);
    sorted.putAll(byRule);
    byRule = Collections.unmodifiableMap(sorted);
  }

  /** Whether a site may change the weight of a rule. */
  public static boolean isFixed(Rule rule) {
    return FIXED.contains(rule.id().substring(0, rule.id().indexOf('/')));
  }

  /** Whether a rule may be set so: what could not be decided can be no error. */
  public static boolean allows(Rule rule, Setting setting) {
    return !isFixed(rule) && (rule.severity() != Severity.UNVERIFIED || setting == Setting.OFF);
  }

  public boolean isEmpty() {
    return byRule.isEmpty();
  }

  /** The finding as the settings weigh it; empty when its rule is switched off. */
  public Optional<Finding> apply(Finding finding) {
    Setting setting = byRule.get(finding.rule());
    if (setting == null) {
      return Optional.of(finding);
    }
    return switch (setting) {
      case OFF -> Optional.empty();
      case WARNING -> Optional.of(weighed(finding, Severity.WARNING));
      case ERROR -> Optional.of(weighed(finding, Severity.ERROR));
    };
  }

  private static Finding weighed(Finding finding, Severity severity) {
    return finding.severity() == Severity.UNVERIFIED ? finding : finding.as(severity);
  }

  /** The findings as the settings weigh them, in their order. */
  public List<Finding> apply(List<Finding> findings) {
    if (isEmpty()) {
      return findings;
    }
    List<Finding> kept = new ArrayList<>();
    findings.forEach(finding -> apply(finding).ifPresent(kept::add));
    return kept;
  }
}
