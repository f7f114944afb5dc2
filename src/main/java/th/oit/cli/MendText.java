package th.oit.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import th.oit.mend.Mend;
import th.oit.mend.Mending;
import th.oit.text.Language;
import th.oit.text.Words;

/** Tells what was mended, or what would be. */
final class MendText {
  private MendText() {}

  /** What would be mended, each on a line of its own. */
  static String planned(List<Mend> mends, Language language, boolean quiet) {
    if (mends.isEmpty()) {
      return Words.of("ไม่มีสิ่งที่แก้ให้ได้", "there is nothing to mend").in(language) + "\n";
    }
    StringBuilder out = new StringBuilder();
    if (!quiet) {
      mends.forEach(mend -> line(out, mend, language));
    }
    out.append(
        Words.of(
                "แก้ให้ได้ "
                    + mends.size()
                    + " แห่ง ยังไม่ได้เขียนลงไฟล์ สั่งโดยไม่มี --dry-run เพื่อแก้",
                mends.size()
                    + " can be mended; nothing was written. Run it without --dry-run to mend")
            .in(language));
    return out.append('\n').toString();
  }

  /** What was mended, each on a line of its own. */
  static String done(Mending.Applied applied, Language language) {
    StringBuilder out = new StringBuilder();
    applied.written().forEach(mend -> line(out, mend, language));
    for (String file : applied.left()) {
      out.append(
          Words.of(
                  "ไม่ได้แก้ "
                      + file
                      + " เพราะไฟล์เปลี่ยนไประหว่างนี้ เขียนไม่ได้ หรืออยู่นอกโฟลเดอร์ของเว็บไซต์ สั่งอีกครั้งได้",
                  file
                      + " was left as it is: it changed meanwhile, cannot be written, or lies outside"
                      + " the site's folder; run it again")
              .in(language));
      out.append('\n');
    }
    int count = applied.written().size();
    if (count == 0 && applied.left().isEmpty()) {
      return planned(List.of(), language, false);
    }
    out.append(
        Words.of(
                "แก้แล้ว "
                    + count
                    + " แห่ง ต่อไปนี้คือผลตรวจหลังแก้ public/ ยังไม่เปลี่ยนจนกว่าจะสั่ง oit publish",
                count
                    + " mended. What follows is the check of the mended site; public/ changes with"
                    + " 'oit publish'")
            .in(language));
    return out.append('\n').toString();
  }

  private static void line(StringBuilder out, Mend mend, Language language) {
    out.append(mend.at()).append("  ").append(mend.before()).append(" → ").append(mend.after());
    out.append("  (").append(mend.why().in(language)).append(")\n");
  }

  /** What was mended, as further fields of a report. */
  static void write(Mending.Applied applied, JsonGenerator json, Language language)
      throws IOException {
    json.writeArrayFieldStart("mended");
    for (Mend mend : applied.written()) {
      json.writeStartObject();
      json.writeStringField("file", mend.at().file());
      json.writeNumberField("line", mend.at().line());
      json.writeNumberField("column", mend.at().column());
      json.writeStringField("before", mend.before());
      json.writeStringField("after", mend.after());
      json.writeStringField("why", mend.why().in(language));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notMended");
    for (String file : applied.left()) {
      json.writeString(file);
    }
    json.writeEndArray();
  }
}
