package th.oit.readiness;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import th.oit.catalog.Freshness;
import th.oit.text.Language;

/**
 * Every deadline and every recurring renewal as an iCalendar file (RFC 5545), for any calendar
 * program: whole days, a reminder a week before, and identifiers that stay the same, so that a
 * newer file moves an appointment and does not double it.
 */
public final class Calendar {
  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final Readiness readiness;
  private final Phrases say;
  private final StringBuilder out = new StringBuilder();

  private Calendar(Readiness readiness, Language language) {
    this.readiness = readiness;
    this.say = new Phrases(language);
  }

  /** Writes the file. */
  public static String of(Readiness readiness, Language language) {
    return new Calendar(readiness, language).write();
  }

  private String write() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//oit//readiness//TH");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    String name =
        say.say("กำหนดการ OIT ปี ", "OIT calendar ")
            + readiness.catalog().year()
            + " "
            + readiness.config().organization().shortName().th();
    line("NAME:" + text(name));
    line("X-WR-CALNAME:" + text(name));
    for (Deadlines.Deadline deadline : readiness.deadlines().days()) {
      deadline(deadline);
    }
    for (Deadlines.Renewal renewal :
        readiness.deadlines().renewals().stream()
            .sorted((one, other) -> one.item().compareTo(other.item()))
            .toList()) {
      renewal(renewal);
    }
    line("END:VCALENDAR");
    return out.toString();
  }

  private void deadline(Deadlines.Deadline deadline) {
    String year = readiness.catalog().year().toString();
    String summary =
        switch (deadline.kind()) {
          case HALF_YEAR ->
              say.say(
                  "ครบ 6 เดือนแรกของปีงบประมาณ: ปิดข้อมูลทำรายงานรอบ 6 เดือน",
                  "The first six months are over: make the half-year reports");
          case OPENS -> say.say("ระบบ ITAS เปิดให้ตอบ OIT ", "ITAS opens for OIT ") + year;
          case OWN ->
              say.say("ต้องเผยแพร่ข้อมูล OIT ให้ครบ ", "Everything of OIT must stand ") + year;
          case CLOSES -> say.say("ระบบ ITAS ปิดรับคำตอบ OIT ", "ITAS closes for OIT ") + year;
          case YEAR_END ->
              say.say(
                  "สิ้นปีงบประมาณ: ปิดข้อมูลทำรายงานรอบ 12 เดือน",
                  "The fiscal year is over: make the reports of the whole year");
        };
    List<String> open =
        readiness.forecast().losses().stream().map(loss -> loss.item().id()).toList();
    boolean binding =
        deadline.kind() == Deadlines.Kind.OWN || deadline.kind() == Deadlines.Kind.CLOSES;
    String description =
        binding && !open.isEmpty()
            ? say.say(
                    "ยังไม่ผ่าน " + open.size() + " ข้อ ณ ",
                    open.size() + " items do not pass as of ")
                + say.day(readiness.today())
                + ": "
                + String.join(" ", open)
            : "";
    event(deadline.kind().id() + "-" + year, deadline.day(), null, summary, description, null);
  }

  private void renewal(Deadlines.Renewal renewal) {
    String summary = say.say("ปรับปรุงข้อมูล ", "Renew ") + renewal.item() + " " + renewal.name();
    String description =
        say.say(renewal.every().words())
            + (renewal.department() == null
                ? ""
                : "\n" + readiness.departmentName(renewal.department()))
            + (renewal.updated() == null
                ? ""
                : "\n"
                    + say.say("ปรับปรุงล่าสุด ", "last renewed on ")
                    + say.day(renewal.updated()));
    event(
        "renew-" + renewal.item().slug() + "-" + readiness.catalog().year(),
        renewal.due(),
        rule(renewal.every(), renewal.due()),
        summary,
        description,
        renewal.url() == null ? null : readiness.config().baseUrl().absolute(renewal.url()));
  }

  /**
   * The rule of the recurrence. A day that not every month has falls on the month's last: the rule
   * by itself would pass over such months.
   */
  private static String rule(Freshness every, LocalDate first) {
    if (every.days() > 0) {
      return "FREQ=DAILY;INTERVAL=" + every.days();
    }
    String rule = "FREQ=MONTHLY;INTERVAL=" + every.months();
    if (first.getDayOfMonth() <= 28) {
      return rule;
    }
    String days =
        IntStream.rangeClosed(28, first.getDayOfMonth())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    return rule + ";BYMONTHDAY=" + days + ";BYSETPOS=-1";
  }

  private void event(
      String id, LocalDate day, String rule, String summary, String description, String url) {
    line("BEGIN:VEVENT");
    line("UID:" + id + "@" + readiness.config().baseUrl().host());
    line("DTSTAMP:" + DAY.format(readiness.today()) + "T000000Z");
    line("DTSTART;VALUE=DATE:" + DAY.format(day));
    line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
    if (rule != null) {
      line("RRULE:" + rule);
    }
    line("SUMMARY:" + text(summary));
    if (!description.isEmpty()) {
      line("DESCRIPTION:" + text(description));
    }
    if (url != null) {
      line("URL:" + url);
    }
    line("CATEGORIES:OIT");
    line("TRANSP:TRANSPARENT");
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("DESCRIPTION:" + text(summary));
    line("TRIGGER:-P7D");
    line("END:VALARM");
    line("END:VEVENT");
  }

  private static String text(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\n")
        .replace("\n", "\\n");
  }

  /** Ends a line, folded where it is longer than 75 octets, never inside a character. */
  private void line(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      String character = Character.toString(c);
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(character);
      octets += length;
      i += character.length();
    }
    out.append("\r\n");
  }
}
