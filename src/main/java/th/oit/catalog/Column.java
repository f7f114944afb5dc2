package th.oit.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import th.oit.text.Folding;

/**
 * A column that a table must have.
 *
 * @param id English name, for data files
 * @param label the Thai label that offices usually give it
 * @param also other labels that mean the same
 */
public record Column(String id, String label, List<String> also, Type type) {
  private static final Pattern UNIT = Pattern.compile("\\([^()]*\\)$");
  private static final Pattern YEAR =
      Pattern.compile("(ใน|ประจำ)?ปี(งบประมาณ)?(พ\\.ศ\\.)?(25)?\\d\\d$");

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

  // Both written out: those of a record are put together of method handles at run time.
  @Override
  public boolean equals(Object other) {
    return other instanceof Column that
        && that.id.equals(id)
        && that.label.equals(label)
        && that.also.equals(also)
        && that.type == type;
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + label.hashCode();
  }

  /**
   * Whether a header cell names this column, by its id or any of its labels. Offices add to a label
   * the unit in brackets, the year, or a second name behind a slash: งบประมาณ (บาท), งบประมาณ ปี
   * 2567 and ผู้รับผิดชอบ/ผู้ที่เกี่ยวข้อง are still งบประมาณ and ผู้รับผิดชอบ.
   */
  public boolean isNamedBy(String header) {
    String whole = bare(header);
    if (isOneOfMine(whole)) {
      return true;
    }
    if (whole.indexOf('/') > 0) {
      for (String part : whole.split("/")) {
        if (isOneOfMine(part)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOneOfMine(String key) {
    return key.equals(bare(id))
        || key.equals(bare(label))
        || also.stream().anyMatch(other -> key.equals(bare(other)));
  }

  private static String bare(String text) {
    return YEAR.matcher(UNIT.matcher(Folding.key(text)).replaceFirst("")).replaceFirst("");
  }
}
