package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import th.oit.catalog.Catalog;
import th.oit.finding.UnusableInput;
import th.oit.text.FiscalYear;

class MemoTest {
  private static Memo memo(Set<String> lost, Snapshot before) {
    Readiness readiness = Samples.readiness(2567, lost);
    return Memo.of(readiness, Memo.Letterhead.of(readiness.config()), before);
  }

  private static Snapshot snapshot(Set<String> lost) {
    Catalog catalog = Samples.catalog(2567);
    Readiness then =
        Readiness.of(
            Samples.config(2567),
            catalog,
            Samples.verdicts(catalog, lost),
            List.of(),
            Map.of(),
            LocalDate.of(2024, 3, 1));
    return Snapshot.of(then);
  }

  private static String words(Memo memo) {
    return memo.html().replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", "");
  }

  @Test
  void hasTheHeadOfAnOfficialMemo() {
    String words = words(memo(Set.of("O9"), null));
    for (String part :
        List.of(
            "บันทึกข้อความ",
            "ส่วนราชการสำนักปลัด องค์การบริหารส่วนตำบลตัวอย่าง โทร. ๐ ๐๐๐๐ ๐๐๐๑",
            "วันที่๑ เมษายน ๒๕๖๗",
            "เรื่องรายงานความพร้อมของข้อมูล OIT ปี พ.ศ. ๒๕๖๗ ประจำเดือนเมษายน ๒๕๖๗",
            "เรียน นายกองค์การบริหารส่วนตำบลตัวอย่าง (ผ่านปลัดองค์การบริหารส่วนตำบลตัวอย่าง)",
            "หัวหน้าสำนักปลัด")) {
      assertTrue(words.contains(part), part + "\n" + words);
    }
  }

  @Test
  void saysHowThingsStandAndByWhen() {
    String words = words(memo(Set.of("O9"), null));
    assertTrue(
        words.contains("จำนวน ๓๕ ข้อ ได้ตรวจเว็บไซต์ของหน่วยงานแล้ว ผ่าน ๓๔ ข้อ ยังไม่ผ่าน ๑ ข้อ"),
        words);
    assertTrue(words.contains("คะแนน OIT ๙๘.๕๗"), words);
    assertTrue(words.contains("ภายในวันที่ ๑๕ เมษายน ๒๕๖๗ (เหลือ ๑๔ วัน)"), words);
    assertTrue(words.contains("กองคลัง ๑ ข้อ"), words);
    assertTrue(words.contains("ฉบับแรก"), words);
  }

  @Test
  void saysWhatHasChangedSinceTheLast() {
    String words = words(memo(Set.of("O9", "O20"), snapshot(Set.of("O9", "O1", "O2"))));
    assertTrue(
        words.contains(
            "เทียบกับบันทึกเมื่อวันที่ ๑ มีนาคม ๒๕๖๗ ผ่านเพิ่ม ๒ ข้อ (O1 O2) กลับมาไม่ผ่าน ๑ ข้อ (O20)"
                + " คะแนน OIT เพิ่มขึ้น ๐.๘๓"),
        words);
  }

  @Test
  void saysSoWhenNothingHasChanged() {
    String words = words(memo(Set.of("O9"), snapshot(Set.of("O9"))));
    assertTrue(words.contains("ไม่มีข้อใดเปลี่ยนแปลง"), words);
    assertFalse(words.contains("เพิ่มขึ้น"), words);
  }

  @Test
  void doesNotCompareDifferentLists() {
    Snapshot other = new Snapshot(LocalDate.of(2024, 3, 1), new FiscalYear(2566), 50, Map.of());
    assertTrue(words(memo(Set.of(), other)).contains("ฉบับแรก"));
  }

  @Test
  void asksForNothingWhenEverythingPasses() {
    String words = words(memo(Set.of(), null));
    assertTrue(words.contains("จึงเรียนมาเพื่อโปรดทราบ\n"), words);
    assertFalse(words.contains("พิจารณาสั่งการ"), words);
  }

  @Test
  void countsWhatWouldNotFitOnThePage() {
    Set<String> all =
        Samples.catalog(2567).items().stream()
            .map(item -> item.code().toString())
            .collect(Collectors.toSet());
    Memo memo = memo(all, snapshot(Set.of()));
    assertEquals(5, memo.html().split("<td class=\"code\">", -1).length - 1);
    assertTrue(words(memo).contains("และอีก ๓๐ ข้อ"), words(memo));
    assertTrue(words(memo).contains("และอีก ๒๕ ข้อ"), words(memo));
  }

  @Test
  void loadsNothing() {
    String html = memo(Set.of("O9"), null).html();
    assertFalse(html.contains("http") || html.contains("<script") || html.contains("<link"));
    assertTrue(html.contains("data:font/woff2;base64,"));
  }

  @Test
  void addressesTheChiefOfEveryKindOfBody() {
    Map<String, String> chiefs =
        Map.of(
            "เทศบาลตำบลหนองเล็ง", "นายกเทศมนตรีตำบลหนองเล็ง",
            "เทศบาลนครสมมติ", "นายกเทศมนตรีนครสมมติ",
            "องค์การบริหารส่วนจังหวัดจำลอง", "นายกองค์การบริหารส่วนจังหวัดจำลอง",
            "เมืองพัทยา", "นายกเมืองพัทยา",
            "โรงเรียนตัวอย่าง", "หัวหน้าหน่วยงาน โรงเรียนตัวอย่าง");
    chiefs.forEach(
        (body, chief) ->
            assertEquals(
                chief,
                Memo.Letterhead.of(
                        Samples.config(
                            """
                            site: {base_url: https://www.example.go.th}
                            organization: {name: %s}
                            assessment: {year: 2567}
                            """
                                .formatted(body)))
                    .addressee()));
  }

  @Test
  void theSnapshotIsReadBackAsItWasKept() {
    Snapshot kept = memo(Set.of("O9"), null).snapshot();
    Snapshot read = Snapshot.read(kept.toJson(), "reports/memo/x.json");
    assertEquals(kept.items(), read.items());
    assertEquals(kept.date(), read.date());
    assertEquals(kept.year(), read.year());
    assertEquals(kept.score(), read.score(), 1e-4);
  }

  @Test
  void aSnapshotThatIsNoneSaysWhichFileAndWhatToDo() {
    for (String text :
        List.of(
            "", "[]", "{", "{}", "{\"date\": 1, \"items\": 3}", "{\"items\": {\"O1\": \"x\"}}")) {
      UnusableInput refused =
          assertThrows(UnusableInput.class, () -> Snapshot.read(text, "reports/memo/x.json"), text);
      assertEquals("reports/memo/x.json", refused.findings().get(0).source().file());
    }
  }
}
