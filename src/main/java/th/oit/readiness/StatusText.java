package th.oit.readiness;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import th.oit.config.SiteConfig;
import th.oit.text.Language;

/**
 * What the status adds to a report for people at a terminal: sub-indicators, departments, the
 * forecast, what to mend first and the days that are left.
 */
public final class StatusText {
  private static final int SHOWN = 5;

  private final Readiness readiness;
  private final Phrases say;
  private final StringBuilder out = new StringBuilder();

  private StatusText(Readiness readiness, Language language) {
    this.readiness = readiness;
    this.say = new Phrases(language);
  }

  /**
   * Writes it.
   *
   * @param quiet leaves out the sub-indicators
   */
  public static String of(Readiness readiness, Language language, boolean quiet) {
    StatusText text = new StatusText(readiness, language);
    text.departments();
    if (!quiet) {
      text.subIndicators();
    }
    text.forecast();
    text.waivers();
    text.deadlines();
    return text.out.toString();
  }

  private void departments() {
    for (Readiness.Share share : readiness.shares()) {
      line(
          "  "
              + say.say("ผ่าน ", "passed ")
              + share.passed()
              + "/"
              + share.items().size()
              + "  "
              + (share.id() == null ? say.nobody() : share.name()));
    }
  }

  private void subIndicators() {
    for (Forecast.OfIndicator indicator : readiness.forecast().indicators()) {
      line(
          say.say("ตัวชี้วัดที่ ", "Indicator ")
              + indicator.indicator().id()
              + "  "
              + Phrases.score(indicator.score()));
      for (Forecast.OfSubIndicator sub : indicator.subs()) {
        line(
            String.format(Locale.ROOT, "  %6.2f  ", sub.score())
                + sub.passed()
                + "/"
                + sub.items()
                + "  "
                + sub.sub().id()
                + " "
                + sub.sub().name());
      }
    }
  }

  private void forecast() {
    Forecast forecast = readiness.forecast();
    String whole =
        forecast.lostOfWhole() == null || forecast.losses().isEmpty()
            ? ""
            : say.say(
                "  เสีย " + Phrases.score(forecast.lostOfWhole()) + " คะแนนจากคะแนนรวม",
                "  " + Phrases.score(forecast.lostOfWhole()) + " points of the whole are lost");
    line(
        say.say("ถ้าประเมินวันนี้ OIT ได้ ", "OIT if it were today: ")
            + Phrases.score(forecast.score())
            + whole);
    if (!say.caution(readiness).isEmpty()) {
      line("  " + say.caution(readiness));
    }
    if (forecast.losses().isEmpty()) {
      return;
    }
    line(say.say("ควรแก้ก่อน", "To mend first"));
    for (Forecast.Loss loss : forecast.losses().stream().limit(SHOWN).toList()) {
      String points = loss.ofWhole() == null ? "" : " (" + Phrases.score(loss.ofWhole()) + ")";
      line(
          "  +"
              + Phrases.score(loss.points())
              + points
              + "  "
              + loss.item().id()
              + " "
              + loss.item().name()
              + (loss.missing() == 0
                  ? ""
                  : say.say(
                      "  ขาด " + loss.missing() + " องค์ประกอบ",
                      "  elements missing: " + loss.missing())));
    }
    int more = forecast.losses().size() - SHOWN;
    if (more > 0) {
      line("  " + say.say("และอีก " + more + " ข้อ", "and " + more + " more"));
    }
  }

  private void waivers() {
    if (readiness.waivers().isEmpty()) {
      return;
    }
    line(say.say("องค์ประกอบที่ยกเว้นไว้", "Waived elements"));
    for (SiteConfig.Departure waiver : readiness.waivers()) {
      line(
          "  "
              + waiver.item()
              + " "
              + waiver.element()
              + ": "
              + waiver.reason()
              + say.say(" (ถึง ", " (until ")
              + say.day(waiver.until())
              + ")");
    }
  }

  private void deadlines() {
    Deadlines deadlines = readiness.deadlines();
    if (!deadlines.overdue().isEmpty()) {
      line(say.say("เลยรอบปรับปรุงแล้ว", "Overdue for renewal"));
      for (Deadlines.Renewal renewal : deadlines.overdue()) {
        line(
            "  "
                + renewal.item()
                + " "
                + renewal.name()
                + " ("
                + say.say(renewal.every().words())
                + ", "
                + say.left(deadlines.daysLeft(renewal.due()))
                + ")");
      }
    }
    Optional<LocalDate> closes = deadlines.day(Deadlines.Kind.CLOSES);
    deadlines
        .day(Deadlines.Kind.OPENS)
        .filter(opens -> deadlines.daysLeft(opens) >= 0)
        .ifPresent(opens -> left(say.say("ระบบเปิด ", "the window opens on "), opens));
    if (closes.isEmpty()) {
      line(
          say.say(
              "ยังไม่ได้ระบุวันปิดระบบ (assessment.window.closes)",
              "the close of the window is not given (assessment.window.closes)"));
      return;
    }
    deadlines
        .day(Deadlines.Kind.OWN)
        .ifPresent(
            own -> left(say.say("ต้องเผยแพร่ให้ครบภายใน ", "everything must stand by "), own));
    left(say.say("ระบบปิด ", "the window closes on "), closes.get());
  }

  private void left(String what, LocalDate day) {
    line(what + say.day(day) + " (" + say.left(readiness.deadlines().daysLeft(day)) + ")");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
