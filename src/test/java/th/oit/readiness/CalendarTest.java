package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import th.oit.catalog.Catalog;
import th.oit.catalog.Freshness;
import th.oit.text.Language;

class CalendarTest {
  private static Readiness readiness(Map<String, Upkeep> upkeep, LocalDate today) {
    Catalog catalog = Samples.catalog(2567);
    return Readiness.of(
        Samples.config(2567),
        catalog,
        Samples.verdicts(catalog, Set.of("O9", "O20")),
        List.of(),
        upkeep,
        today);
  }

  private static final Map<String, Upkeep> RENEWED =
      Map.of(
          "O14", new Upkeep(LocalDate.of(2024, 3, 25), new Freshness(15, 0)),
          "O12", new Upkeep(LocalDate.of(2024, 1, 31), new Freshness(0, 3)));

  /** What a calendar program reads: the events by UID, each with its properties. */
  private static Map<String, Map<String, String>> parse(String calendar) {
    String unfolded = calendar.replace("\r\n ", "");
    Map<String, Map<String, String>> events = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    Map<String, String> event = null;
    for (String line : unfolded.split("\r\n")) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1);
      if (name.equals("BEGIN")) {
        open.add(value);
        if (value.equals("VEVENT")) {
          event = new LinkedHashMap<>();
        }
      } else if (name.equals("END")) {
        assertEquals(open.remove(open.size() - 1), value);
        if (value.equals("VEVENT")) {
          assertEquals(null, events.put(event.get("UID"), event));
        }
      } else if (open.get(open.size() - 1).equals("VEVENT")) {
        event.put(name, unescape(value));
      } else if (open.get(open.size() - 1).equals("VALARM")) {
        event.put("VALARM/" + name, unescape(value));
      }
    }
    assertTrue(open.isEmpty());
    return events;
  }

  private static String unescape(String value) {
    return value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
  }

  @Test
  void readsBackEveryDeadlineAsAWholeDayWithAReminderAWeekBefore() {
    Map<String, Map<String, String>> events =
        parse(Calendar.of(readiness(Map.of(), Samples.TODAY), Language.TH));
    Map<String, String> own = events.get("own-2567@www.example.go.th");
    assertEquals("20240415", own.get("DTSTART;VALUE=DATE"));
    assertEquals("20240416", own.get("DTEND;VALUE=DATE"));
    assertEquals("ต้องเผยแพร่ข้อมูล OIT ให้ครบ 2567", own.get("SUMMARY"));
    assertEquals("ยังไม่ผ่าน 2 ข้อ ณ 1 เมษายน 2567: O20 O9", own.get("DESCRIPTION"));
    assertEquals("-P7D", own.get("VALARM/TRIGGER"));
    assertEquals("DISPLAY", own.get("VALARM/ACTION"));
    assertEquals("20240430", events.get("closes-2567@www.example.go.th").get("DTSTART;VALUE=DATE"));
    assertEquals(
        "20240331", events.get("half-year-2567@www.example.go.th").get("DTSTART;VALUE=DATE"));
  }

  @Test
  void dataToBeRenewedAgainAndAgainRecur() {
    Map<String, Map<String, String>> events =
        parse(Calendar.of(readiness(RENEWED, Samples.TODAY), Language.TH));
    Map<String, String> procurement = events.get("renew-o14-2567@www.example.go.th");
    assertEquals("20240409", procurement.get("DTSTART;VALUE=DATE"));
    assertEquals("FREQ=DAILY;INTERVAL=15", procurement.get("RRULE"));
    assertEquals("https://www.example.go.th/oit/2567/o14/", procurement.get("URL"));
    assertTrue(procurement.get("DESCRIPTION").startsWith("ทุก 15 วัน\n"), procurement.toString());
  }

  @Test
  void theThirtyFirstBecomesTheLastDayOfShorterMonths() {
    Upkeep upkeep = new Upkeep(LocalDate.of(2024, 1, 31), new Freshness(0, 2));
    Map<String, String> event =
        parse(Calendar.of(readiness(Map.of("O12", upkeep), Samples.TODAY), Language.TH))
            .get("renew-o12-2567@www.example.go.th");
    assertEquals("20240331", event.get("DTSTART;VALUE=DATE"));
    assertEquals("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", event.get("RRULE"));
  }

  @Test
  void identifiersStayWhenDaysMove() {
    Map<String, Upkeep> later =
        Map.of(
            "O14", new Upkeep(LocalDate.of(2024, 4, 9), new Freshness(15, 0)),
            "O12", new Upkeep(LocalDate.of(2024, 4, 9), new Freshness(0, 3)));
    assertEquals(
        parse(Calendar.of(readiness(RENEWED, Samples.TODAY), Language.TH)).keySet(),
        parse(Calendar.of(readiness(later, Samples.TODAY.plusDays(9)), Language.TH)).keySet());
  }

  @Test
  void noLineIsLongerThan75OctetsAndNoCharacterIsCut() {
    String calendar = Calendar.of(readiness(RENEWED, Samples.TODAY), Language.TH);
    assertTrue(calendar.endsWith("END:VCALENDAR\r\n"));
    assertFalse(calendar.replace("\r\n", "").contains("\n"));
    Set<Integer> lengths = new TreeSet<>();
    for (String line : calendar.split("\r\n")) {
      byte[] octets = line.getBytes(StandardCharsets.UTF_8);
      lengths.add(octets.length);
      assertEquals(line, new String(octets, StandardCharsets.UTF_8));
      assertTrue(octets.length <= 75, line);
    }
    assertTrue(lengths.contains(75) || lengths.contains(74) || lengths.contains(73));
    assertFalse(calendar.contains("\uFFFD"));
  }

  @Test
  void signsOfTheFormatAreEscaped() {
    var config =
        Samples.config(
            """
            site: {base_url: https://www.example.go.th}
            organization: {name: 'ก, ข; ค\\ง'}
            assessment: {year: 2567}
            """);
    Readiness ready =
        Readiness.of(config, Samples.catalog(2567), List.of(), List.of(), Map.of(), Samples.TODAY);
    assertTrue(Calendar.of(ready, Language.TH).replace("\r\n ", "").contains("ก\\, ข\\; ค\\\\ง"));
  }
}
