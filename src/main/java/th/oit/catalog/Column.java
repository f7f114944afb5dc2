package th.oit.catalog;

import java.util.List;
import java.util.Locale;
import th.oit.text.Folding;

/**
 * A column that a table must have.
 *
 * @param id English name, for data files
 * @param label the Thai label that offices usually give it
 * @param also other labels that mean the same
 */
public record Column(String id, String label, List<String> also, Type type) {
  /** What a column's cells hold. */
  public enum Type {
    TEXT,
    MONEY,
    INTEGER,
    PERCENT,
    DATE,
    PERIOD;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Column {
    also = List.copyOf(also);
  }

  /** Whether a header cell names this column, by its id or any of its labels. */
  public boolean isNamedBy(String header) {
    String key = Folding.key(header);
    return key.equals(Folding.key(id))
        || matches(key, label)
        || also.stream().anyMatch(other -> matches(key, other));
  }

  /** Offices add the unit or a remark in brackets: งบประมาณ (บาท) is still งบประมาณ. */
  private static boolean matches(String headerKey, String label) {
    String wanted = Folding.key(label);
    return headerKey.equals(wanted) || headerKey.startsWith(wanted + "(");
  }
}
