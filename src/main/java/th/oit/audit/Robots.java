package th.oit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import th.oit.text.UrlPath;

/**
 * What a site asks of programs that go through it: its {@code robots.txt}, read by RFC 9309.
 * Immutable.
 *
 * <p>The longest rule that fits decides, and of two as long the one that allows.
 */
final class Robots {
  /** No more is read of a file (RFC 9309, 2.5). */
  static final int MOST_BYTES = 512_000;

  /** The name to which rules may be addressed. */
  private static final String NAME = "oit";

  static final Robots ALLOW_ALL = new Robots(List.of(), false);

  /** The site cannot say what it wants just now, and then nothing is asked for (2.3.1.4). */
  static final Robots UNREACHABLE = new Robots(List.of(new Rule(false, "/")), true);

  private final List<Rule> rules;
  private final boolean unreachable;

  private record Rule(boolean allow, String pattern) {}

  private Robots(List<Rule> rules, boolean unreachable) {
    this.rules = rules;
    this.unreachable = unreachable;
  }

  /** Reads the file. */
  static Robots parse(String text) {
    List<Rule> named = new ArrayList<>();
    List<Rule> forAll = new ArrayList<>();
    boolean anyNamed = false;
    boolean ours = false;
    boolean all = false;
    boolean inAgents = false;
    for (String line : text.split("\r\n|\r|\n")) {
      int hash = line.indexOf('#');
      String said = (hash < 0 ? line : line.substring(0, hash)).strip();
      int colon = said.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = said.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = said.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (!inAgents) {
          ours = false;
          all = false;
        }
        inAgents = true;
        ours |= product(value).equals(NAME);
        all |= value.equals("*");
        anyNamed |= ours;
      } else if (key.equals("allow") || key.equals("disallow")) {
        inAgents = false;
        if (!value.isEmpty()) {
          Rule rule = new Rule(key.equals("allow"), normal(value));
          if (ours) {
            named.add(rule);
          }
          if (all) {
            forAll.add(rule);
          }
        }
      }
    }
    return new Robots(List.copyOf(anyNamed ? named : forAll), false);
  }

  private static String product(String agent) {
    int end = 0;
    while (end < agent.length()
        && (Character.isLetterOrDigit(agent.charAt(end)) || "-_".indexOf(agent.charAt(end)) >= 0)) {
      end++;
    }
    return agent.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static String normal(String path) {
    return UrlPath.encode(UrlPath.decode(path)).replace("%3F", "?").replace("%25", "%");
  }

  /** Whether the site could not be asked what it wants. */
  boolean isUnreachable() {
    return unreachable;
  }

  /**
   * Whether a program may ask for an address.
   *
   * @param path from the root of the host, as it goes over the line, with its query
   */
  boolean allows(String path) {
    String asked = normal(path);
    Rule best = null;
    for (Rule rule : rules) {
      boolean longer =
          best == null
              || rule.pattern.length() > best.pattern.length()
              || rule.pattern.length() == best.pattern.length() && rule.allow;
      if (longer && fits(rule.pattern, asked)) {
        best = rule;
      }
    }
    return best == null || best.allow;
  }

  /** Whether a pattern with {@code *} and a last {@code $} fits the beginning of a path. */
  private static boolean fits(String pattern, String path) {
    boolean toEnd = pattern.endsWith("$");
    String[] parts =
        (toEnd ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
    if (!path.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (last && toEnd) {
        return path.length() - parts[i].length() >= at && path.endsWith(parts[i]);
      }
      int found = path.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !toEnd || at == path.length();
  }
}
