package th.oit.text;

import java.util.regex.Pattern;

/**
 * Tells the row of a table that adds up the others, by its first words, as offices write them.
 * Those who mark such rows and those who check the sums go by the same.
 */
public final class TotalRow {
  private static final Pattern WORDS =
      Pattern.compile(
          "(ยอด|ผล)?รวม(ยอด|เงิน|เป็นเงิน|จำนวนเงิน)?"
              + "(ทั้งสิ้น|ทั้งหมด|ทั้งปี|ทั้งสองรอบ|ทุก\\S*|สะสม)?(เงิน|เป็นเงิน|จำนวนเงิน)?"
              + "(\\s*[:(0-9๐-๙].*|\\s+.*"
              + "|(แผนงาน|ด้าน|หมวด|งบ|กอง|สำนัก|ยุทธศาสตร์|ไตรมาส|เดือน|ปี).*)?");

  private TotalRow() {}

  /**
   * Whether a row that begins with this cell is a total: {@code รวม}, {@code รวมทั้งสิ้น}, {@code
   * รวม 16 โครงการ}, {@code รวมแผนงาน…}, but not {@code รวมพลคนรักสุขภาพ}, which is a project.
   */
  public static boolean isNamedBy(String firstCell) {
    return firstCell.contains("รวม") && WORDS.matcher(firstCell).matches();
  }
}
