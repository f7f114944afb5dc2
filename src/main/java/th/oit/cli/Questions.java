package th.oit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.Language;
import th.oit.text.Words;

/** Asks a person at a terminal. Questions go to the standard error, where progress goes too. */
final class Questions {
  private final Main.Surroundings around;
  private final Language language;
  private final BufferedReader typed;

  Questions(Main.Surroundings around, Language language) {
    this.around = around;
    this.language = language;
    this.typed = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8));
  }

  /** Asks unless the answer is known already. */
  String text(Words question, String known, String usual) {
    return text(question, known, usual, text -> true);
  }

  /**
   * Asks, again and again, until the answer can be used.
   *
   * @param known what was said on the command line; null to ask
   * @param usual what an empty answer means; null when there must be one
   * @throws UnusableInput when nothing more is typed
   */
  String text(Words question, String known, String usual, Predicate<String> fits) {
    if (known != null) {
      return known;
    }
    while (true) {
      around.err().print(question.in(language));
      around.err().print(usual == null || usual.isEmpty() ? ": " : " [" + usual + "]: ");
      around.err().flush();
      String answer = line().strip();
      if (answer.isEmpty() && usual != null) {
        return usual;
      }
      if (answer.indexOf('\uFFFD') >= 0 || answer.indexOf('\0') >= 0) {
        say(
            "หน้าจอนี้ส่งอักษรไทยมาไม่ถูกต้อง ให้ออกแล้วบอกคำตอบด้วยตัวเลือก เช่น --name \"อบต.บางดี\"",
            "this terminal garbles Thai; give the answer as an option such as --name");
      } else if (answer.isEmpty()) {
        say("ต้องตอบข้อนี้", "this needs an answer");
      } else if (!fits.test(answer)) {
        say("ใช้คำตอบนี้ไม่ได้ ลองใหม่", "this cannot be used; try again");
      } else {
        return answer;
      }
    }
  }

  private void say(String th, String en) {
    around.err().println("  " + Words.of(th, en).in(language));
  }

  private String line() {
    try {
      String line = typed.readLine();
      if (line == null) {
        throw new UnusableInput(
            Finding.of(
                    Rule.SOURCE_MISSING,
                    "ยังตอบไม่ครบ จึงยังไม่ได้สร้างไฟล์ใด",
                    "not all questions were answered; nothing was made")
                .at(Source.of("oit init"))
                .hint(
                    "สั่งใหม่แล้วตอบให้ครบ หรือใช้ --yes --name \"ชื่อหน่วยงาน\"",
                    "run it again, or use --yes --name NAME"));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
