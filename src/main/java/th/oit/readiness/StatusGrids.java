package th.oit.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import th.oit.check.ItemVerdict;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Severity;
import th.oit.text.Language;

/** The status as tables, which every format shows in its own way. */
final class StatusGrids {
  private final Readiness readiness;
  private final Phrases say;

  StatusGrids(Readiness readiness, Language language) {
    this.readiness = readiness;
    this.say = new Phrases(language);
  }

  String title() {
    return say.say(
        "ความพร้อมของข้อมูล OIT ปี " + readiness.catalog().year(),
        "OIT readiness " + readiness.catalog().year());
  }

  /** Whose status it is, and of which day. */
  String subtitle() {
    SiteConfig.Name name = readiness.config().organization().name();
    String whose = say.language() == Language.EN ? name.english().orElse(name.th()) : name.th();
    return whose + " · " + say.say("ข้อมูล ณ ", "as of ") + say.day(readiness.today());
  }

  /** All tables that have a row, the most important first. */
  List<Grid> all() {
    List<Grid> grids = new ArrayList<>();
    grids.add(summary());
    grids.add(mendFirst());
    grids.add(deadlines());
    grids.add(subIndicators());
    grids.add(departments());
    grids.add(items());
    grids.add(todos());
    grids.add(renewals());
    grids.add(waivers());
    return grids.stream().filter(grid -> !grid.rows().isEmpty()).toList();
  }

  Grid summary() {
    Forecast forecast = readiness.forecast();
    List<List<Grid.Cell>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Grid.Cell.text(say.say("ข้อที่ผ่าน", "Items that pass")),
            Grid.Cell.text(
                say.say(
                    readiness.passed() + " จาก " + readiness.items().size(),
                    readiness.passed() + " of " + readiness.items().size()))));
    rows.add(
        List.of(
            Grid.Cell.text(say.say("คะแนน OIT ถ้าประเมินวันนี้", "OIT score if it were today")),
            Grid.Cell.text(Phrases.score(forecast.score()))));
    if (forecast.lostOfWhole() != null) {
      rows.add(
          List.of(
              Grid.Cell.text(say.say("คะแนนรวมที่เสียไป", "Points of the whole that are lost")),
              Grid.Cell.text(
                  Phrases.score(forecast.lostOfWhole())
                      + say.say(
                          " (OIT มีน้ำหนักร้อยละ " + Phrases.weight(forecast.weight()) + ")",
                          " (OIT weighs " + Phrases.weight(forecast.weight()) + "%)"))));
    }
    if (forecast.withinReach() != null) {
      rows.add(
          List.of(
              Grid.Cell.text(say.say("ระดับสูงสุดที่ยังไปถึงได้", "Best level still within reach")),
              Grid.Cell.text(forecast.withinReach().name())));
    }
    if (!say.caution(readiness).isEmpty()) {
      rows.add(
          List.of(
              Grid.Cell.text(say.say("ข้อควรระวัง", "Caution")),
              Grid.Cell.text(say.caution(readiness))));
    }
    return new Grid(
        say.say("ภาพรวม", "Summary"),
        List.of(head("เรื่อง", "What", 34), head("ค่า", "Value", 60)),
        rows);
  }

  Grid mendFirst() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Forecast.Loss loss : readiness.forecast().losses()) {
      rows.add(
          List.of(
              Grid.Cell.count(rows.size() + 1L),
              code(loss.item()),
              Grid.Cell.text(loss.item().name()),
              Grid.Cell.text(say.department(readiness, loss.item().department())),
              Grid.Cell.count(loss.missing()),
              Grid.Cell.score(loss.points()),
              Grid.Cell.score(loss.ofWhole()),
              Grid.Cell.score(loss.then())));
    }
    return new Grid(
        say.say("ควรแก้ก่อน", "To mend first"),
        List.of(
            head("ลำดับ", "No.", 7),
            head("ข้อ", "Item", 7),
            head("รายการ", "Name", 50),
            head("หน่วยงาน", "Department", 26),
            head("ขาด", "Missing", 8),
            head("คะแนน OIT ที่ได้คืน", "OIT points", 11),
            head("คะแนนรวมที่ได้คืน", "Points of the whole", 11),
            head("OIT เมื่อแก้ถึงข้อนี้", "OIT then", 11)),
        rows);
  }

  Grid deadlines() {
    Deadlines deadlines = readiness.deadlines();
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Deadlines.Deadline deadline : deadlines.days()) {
      long left = deadlines.daysLeft(deadline.day());
      boolean binding =
          deadline.kind() == Deadlines.Kind.OWN || deadline.kind() == Deadlines.Kind.CLOSES;
      boolean late = binding && left < 0 && readiness.passed() < readiness.items().size();
      rows.add(
          List.of(
              Grid.Cell.text(say.say(deadline.kind().words())),
              Grid.Cell.text(say.day(deadline.day())),
              Grid.Cell.text(say.left(left), late ? Grid.Tone.BAD : Grid.Tone.PLAIN)));
    }
    return new Grid(
        say.say("กำหนดเวลา", "Deadlines"),
        List.of(head("เรื่อง", "What", 34), head("วันที่", "Day", 22), head("เหลือ", "Left", 18)),
        rows);
  }

  Grid subIndicators() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Forecast.OfIndicator indicator : readiness.forecast().indicators()) {
      for (Forecast.OfSubIndicator sub : indicator.subs()) {
        rows.add(
            List.of(
                Grid.Cell.text(sub.sub().id()),
                Grid.Cell.text(sub.sub().name()),
                Grid.Cell.count(sub.passed()),
                Grid.Cell.count(sub.items()),
                Grid.Cell.score(sub.score()),
                Grid.Cell.text(say.confidence(sub.sub().confidence()))));
      }
      rows.add(
          List.of(
              Grid.Cell.text(indicator.indicator().id()),
              Grid.Cell.text(
                  say.say("รวมตัวชี้วัด ", "Indicator: ") + indicator.indicator().name()),
              Grid.Cell.count(
                  indicator.subs().stream().mapToInt(Forecast.OfSubIndicator::passed).sum()),
              Grid.Cell.count(
                  indicator.subs().stream().mapToInt(Forecast.OfSubIndicator::items).sum()),
              Grid.Cell.score(indicator.score()),
              Grid.Cell.text("")));
    }
    return new Grid(
        say.say("รายตัวชี้วัดย่อย", "By sub-indicator"),
        List.of(
            head("ตัวชี้วัด", "Id", 10),
            head("ชื่อ", "Name", 50),
            head("ผ่าน", "Pass", 8),
            head("จำนวนข้อ", "Items", 10),
            head("คะแนน", "Score", 10),
            head("ความเชื่อมั่น", "Confidence", 14)),
        rows);
  }

  Grid departments() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Readiness.Share share : readiness.shares()) {
      double lost =
          share.open().stream()
              .map(item -> readiness.forecast().lossOf(item.id()))
              .mapToDouble(loss -> loss == null ? 0 : loss.points())
              .sum();
      rows.add(
          List.of(
              Grid.Cell.text(share.id() == null ? say.nobody() : share.name()),
              Grid.Cell.count(share.passed()),
              Grid.Cell.count(share.items().size()),
              Grid.Cell.text(
                  share.open().stream().map(ItemVerdict::id).collect(Collectors.joining(" "))),
              Grid.Cell.score(lost)));
    }
    return new Grid(
        say.say("รายหน่วยงาน", "By department"),
        List.of(
            head("หน่วยงาน", "Department", 34),
            head("ผ่าน", "Pass", 8),
            head("จำนวนข้อ", "Items", 10),
            head("ข้อที่ยังไม่ผ่าน", "Open", 40),
            head("คะแนน OIT ที่เสีย", "OIT points lost", 14)),
        rows);
  }

  Grid items() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (ItemVerdict item : readiness.items()) {
      Forecast.Loss loss = readiness.forecast().lossOf(item.id());
      rows.add(
          List.of(
              code(item),
              Grid.Cell.text(item.name()),
              Grid.Cell.text(say.status(item.status()), tone(item.status())),
              Grid.Cell.text(item.covered() + "/" + item.required()),
              Grid.Cell.text(say.department(readiness, item.department())),
              Grid.Cell.score(loss == null ? 0.0 : loss.points()),
              readiness.url(item).map(url -> Grid.Cell.link(url, url)).orElse(Grid.Cell.text(""))));
    }
    return new Grid(
        say.say("รายข้อ", "By item"),
        List.of(
            head("ข้อ", "Item", 7),
            head("รายการ", "Name", 50),
            head("สถานะ", "Status", 14),
            head("องค์ประกอบ", "Elements", 12),
            head("หน่วยงาน", "Department", 26),
            head("คะแนน OIT ที่เสีย", "OIT points lost", 14),
            head("ที่อยู่หน้าเว็บ", "Page", 44)),
        rows);
  }

  Grid todos() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (WorkList list : WorkList.of(readiness)) {
      String whose = list.department() == null ? say.nobody() : list.name();
      for (WorkList.Task task : list.tasks()) {
        for (Finding todo : task.todos()) {
          boolean error = todo.severity() == Severity.ERROR;
          rows.add(
              List.of(
                  Grid.Cell.text(whose),
                  Grid.Cell.text(task.item() == null ? "" : task.item().id()),
                  Grid.Cell.text(
                      error ? say.say("ต้องแก้", "error") : say.say("ควรแก้", "warning"),
                      error ? Grid.Tone.BAD : Grid.Tone.WAIT),
                  Grid.Cell.text(say.say(todo.message())),
                  Grid.Cell.text(todo.hint() == null ? "" : say.say(todo.hint())),
                  Grid.Cell.text(todo.source() == null ? "" : todo.source().toString())));
        }
      }
    }
    return new Grid(
        say.say("งานที่ต้องทำ", "To do"),
        List.of(
            head("หน่วยงาน", "Department", 26),
            head("ข้อ", "Item", 7),
            head("ระดับ", "Level", 10),
            head("สิ่งที่พบ", "What is wrong", 56),
            head("วิธีแก้", "Remedy", 50),
            head("ที่ไฟล์", "File", 36)),
        rows);
  }

  Grid renewals() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Deadlines.Renewal renewal : readiness.deadlines().renewals()) {
      if (renewal.url() == null) {
        continue; // no page yet: it stands among the items that are missing
      }
      long left = readiness.deadlines().daysLeft(renewal.due());
      rows.add(
          List.of(
              Grid.Cell.text(renewal.item().toString()),
              Grid.Cell.text(renewal.name()),
              Grid.Cell.text(say.department(readiness, renewal.department())),
              Grid.Cell.text(say.say(renewal.every().words())),
              Grid.Cell.text(renewal.updated() == null ? "–" : say.day(renewal.updated())),
              Grid.Cell.text(say.day(renewal.due())),
              Grid.Cell.text(say.left(left), left < 0 ? Grid.Tone.BAD : Grid.Tone.PLAIN)));
    }
    return new Grid(
        say.say("รอบปรับปรุงข้อมูล", "Renewals"),
        List.of(
            head("ข้อ", "Item", 7),
            head("รายการ", "Name", 50),
            head("หน่วยงาน", "Department", 26),
            head("รอบ", "Every", 14),
            head("ปรับปรุงล่าสุด", "Updated", 20),
            head("ครบกำหนด", "Due", 20),
            head("เหลือ", "Left", 18)),
        rows);
  }

  Grid waivers() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (SiteConfig.Departure waiver : readiness.waivers()) {
      rows.add(
          List.of(
              Grid.Cell.text(waiver.item().toString()),
              Grid.Cell.text(
                  readiness
                      .catalog()
                      .item(waiver.item())
                      .flatMap(item -> item.element(waiver.element()))
                      .map(element -> element.text())
                      .orElse(waiver.element())),
              Grid.Cell.text(waiver.reason()),
              Grid.Cell.text(say.day(waiver.until()))));
    }
    return new Grid(
        say.say("องค์ประกอบที่ยกเว้นไว้", "Waived elements"),
        List.of(
            head("ข้อ", "Item", 7),
            head("องค์ประกอบ", "Element", 40),
            head("เหตุผล", "Reason", 50),
            head("ยกเว้นถึง", "Until", 20)),
        rows);
  }

  private Grid.Head head(String th, String en, int width) {
    return new Grid.Head(say.say(th, en), width);
  }

  private Grid.Cell code(ItemVerdict item) {
    return readiness
        .url(item)
        .map(url -> Grid.Cell.link(item.id(), url))
        .orElse(Grid.Cell.text(item.id()));
  }

  private static Grid.Tone tone(ItemVerdict.Status status) {
    return switch (status) {
      case PASS -> Grid.Tone.GOOD;
      case FAIL -> Grid.Tone.BAD;
      case MISSING -> Grid.Tone.WAIT;
    };
  }
}
