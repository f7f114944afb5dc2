package th.oit.text;

/**
 * The mark of a row that stands in a prepared table only to show what belongs there.
 *
 * <p>Who prepares tables writes it, and who judges them knows by it that nobody has filled the
 * table in yet, so that made-up data never count and never go out.
 */
public final class SampleRow {
  /** What the first cell of such a row begins with. */
  public static final String MARK = "(ตัวอย่าง ลบแถวนี้)";

  private SampleRow() {}

  /** Whether a row that begins with this cell is only a sample. */
  public static boolean isMarkedBy(String firstCell) {
    return firstCell.startsWith(MARK);
  }
}
