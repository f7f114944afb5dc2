package th.oit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Language;

/**
 * Findings about links with one for every broken target, which names all places that use it, so
 * that a link of the menu is read once and not on every page.
 *
 * <p>Two links have one target when the same is said about them: what is said names the target from
 * the site's root, however it was written.
 */
public final class BrokenTargets {
  private static final int SHOWN = 5;

  private BrokenTargets() {}

  private record Target(Rule rule, Severity severity, String said, Source written) {}

  /** The findings with those about one target joined, each where its first was. */
  public static List<Finding> join(List<Finding> findings) {
    return join(
        findings,
        true,
        finding ->
            isAboutTarget(finding)
                ? new Target(finding.rule(), finding.severity(), finding.message().en(), null)
                : null);
  }

  /**
   * The findings with those joined that say the same of one place in a source, such as a link of
   * the menu, which shows on every page and is wrong once.
   */
  public static List<Finding> joinOfOnePlace(List<Finding> findings) {
    return join(
        findings,
        false,
        finding ->
            finding.source() == null || finding.source().line() == 0
                ? null
                : new Target(
                    finding.rule(), finding.severity(), finding.message().en(), finding.source()));
  }

  /**
   * Joins the findings of which the same target is given; those of null stay by themselves.
   *
   * @param single whether one that nothing joins names its one place too
   */
  private static List<Finding> join(
      List<Finding> findings, boolean single, Function<Finding, Target> targetOf) {
    Map<Target, List<Finding>> targets = new LinkedHashMap<>();
    List<Object> order = new ArrayList<>();
    for (Finding finding : findings) {
      Target target = targetOf.apply(finding);
      if (target == null) {
        order.add(finding);
        continue;
      }
      List<Finding> users = targets.get(target);
      if (users == null) {
        users = new ArrayList<>();
        targets.put(target, users);
        order.add(users);
      }
      users.add(finding);
    }
    List<Finding> joined = new ArrayList<>(order.size());
    for (Object one : order) {
      if (one instanceof Finding finding) {
        joined.add(finding);
      }
      if (one instanceof List<?> users) {
        List<Finding.Place> places = new ArrayList<>();
        users.forEach(user -> places.add(((Finding) user).place()));
        Finding first = (Finding) users.get(0);
        joined.add(places.size() == 1 && !single ? first : first.usedAt(places));
      }
    }
    return joined;
  }

  /** Repeated ids and bad names are faults of a place, not of what it leads to. */
  private static boolean isAboutTarget(Finding finding) {
    String id = finding.rule().id();
    return finding.target() != null
        && (id.startsWith("link/") || id.startsWith("external/"))
        && finding.rule() != Rule.LINK_DUPLICATE_ID
        && finding.rule() != Rule.LINK_NAME;
  }

  /** What the finding says, with the number of places and the first of them when it has several. */
  static String message(Finding finding, Language language) {
    String message = finding.message().in(language);
    List<String> places = places(finding, language);
    if (finding.places().size() > 1 && places.isEmpty()) {
      return message + " (" + count(finding, language) + ")";
    }
    if (places.isEmpty()) {
      return message;
    }
    int shown = Math.min(SHOWN, places.size());
    String more = shown < places.size() ? ", …" : "";
    return message
        + " ("
        + count(finding, language)
        + ": "
        + String.join(", ", places.subList(0, shown))
        + more
        + ")";
  }

  /** How many links there are to one target; or pages on which one place shows. */
  static String count(Finding finding, Language language) {
    int count = finding.places().size();
    if (isOfOnePlace(finding)) {
      return language == Language.TH ? "ใน " + count + " หน้า" : "on " + count + " pages";
    }
    return language == Language.TH ? count + " แห่ง" : count + " places";
  }

  private static boolean isOfOnePlace(Finding finding) {
    return finding.places().stream().map(Finding.Place::source).distinct().count() == 1
        && finding.places().get(0).source() != null;
  }

  /** Each place once, with the number of pages on which a shared one shows; none for one place. */
  static List<String> places(Finding finding, Language language) {
    if (finding.places().size() < 2 || isOfOnePlace(finding)) {
      return List.of();
    }
    Map<String, Integer> pages = new LinkedHashMap<>();
    for (Finding.Place place : finding.places()) {
      pages.merge(
          place.source() == null ? place.page() : place.source().toString(), 1, Integer::sum);
    }
    List<String> places = new ArrayList<>();
    pages.forEach((place, count) -> places.add(count == 1 ? place : place + " ×" + count));
    return places;
  }
}
