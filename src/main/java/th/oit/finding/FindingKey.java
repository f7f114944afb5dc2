package th.oit.finding;

import java.util.Locale;

/**
 * What makes two findings of different runs the same: the rule, the file and the target, but not
 * the line, which moves whenever something is written above it.
 *
 * @param file where it was written, else the page it stands on; null when there is neither
 * @param item the item, for findings that have no file; null for all others
 * @param target the link or file meant, as written; null when there is none or it is empty
 */
public record FindingKey(Rule rule, String file, String item, String target) {

  public static FindingKey of(Finding finding) {
    String file = finding.source() != null ? finding.source().file() : finding.page();
    boolean aimless = finding.target() == null || finding.target().isEmpty();
    return new FindingKey(
        finding.rule(),
        file,
        file == null ? finding.item() : null,
        aimless ? null : finding.target());
  }

  /** One line of printable ASCII, different for different keys. */
  @Override
  public String toString() {
    return rule.id() + "|" + part(file) + "|" + part(item) + "|" + part(target);
  }

  private static String part(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '|' || c == '\\' || c < ' ' || c > '~') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
