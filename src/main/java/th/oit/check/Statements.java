package th.oit.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.check.Outline.Part;

/** What running text says: how much, that there was none, that it is still to come. */
final class Statements {
  private static final int SHORTEST_STATEMENT = 9;
  private static final int LONGEST_EXCUSE = 40;

  private static final Pattern NONE =
      Pattern.compile(
          "ไม่มี(?!ข้อมูล\\s*$)|ไม่ได้รับ(จัดสรร)?งบ|ไม่ปรากฏ|ไม่เคยมี|ไม่พบ(เรื่อง|การ)");

  /** What is free of charge has still happened. */
  private static final Pattern NONE_HAPPENED =
      Pattern.compile(
          "ไม่มี(?!ค่า|วันหยุด|ข้อมูล\\s*$)|ไม่ได้รับ(จัดสรร)?งบ|ไม่ปรากฏ|ไม่เคยมี|ไม่พบ(เรื่อง|การ)");

  private static final Pattern EXCUSE =
      Pattern.compile(
          "(?:(?:อยู่)?ระหว่าง(?:การ)?|กำลัง|รอ)\\s*(?:ปรับปรุง|จัดทำ|รวบรวม|ดำเนินการจัดทำ|ข้อมูล|นำเข้า|อัปเดต)[^ ]*"
              + "|(?i:coming soon|under construction)|ไม่มีข้อมูล\\s*$");

  private Statements() {}

  /** Letters and digits; marks above and below do not count. */
  static int letters(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        count++;
      }
    }
    return count;
  }

  /** Letters of the running text, headings and tables not counted. */
  static int letters(List<Part> parts) {
    int count = 0;
    for (Part part : parts) {
      if (part instanceof Outline.Text text) {
        count += letters(text.text());
      }
    }
    return count;
  }

  /** Letters of everything that can be read, headings and tables too. */
  static int lettersOfAll(List<Part> parts) {
    int count = 0;
    for (Part part : parts) {
      if (part instanceof Outline.Heading heading) {
        count += letters(heading.text());
      } else if (part instanceof Outline.Person person) {
        count += letters(person.name()) + letters(person.position());
      }
    }
    return count + letters(parts);
  }

  /** Whether a sentence says that there is none, be it only a fee. */
  static boolean sayNone(List<Part> parts) {
    return say(NONE, parts);
  }

  /** Whether a sentence says that there was nothing to report. */
  static boolean sayNoneHappened(List<Part> parts) {
    return say(NONE_HAPPENED, parts);
  }

  private static boolean say(Pattern said, List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Outline.Text text
          && letters(text.text()) >= SHORTEST_STATEMENT
          && said.matcher(text.text()).find()) {
        return true;
      }
    }
    return false;
  }

  /** The words by which a short text puts the reader off; empty when it does not. */
  static Optional<String> excuse(List<Part> parts) {
    if (letters(parts) > LONGEST_EXCUSE) {
      return Optional.empty();
    }
    for (Part part : parts) {
      if (part instanceof Outline.Text text) {
        Matcher matcher = EXCUSE.matcher(text.text());
        if (matcher.find()) {
          return Optional.of(matcher.group().strip());
        }
      }
    }
    return Optional.empty();
  }
}
