package th.oit.schema;

import static th.oit.schema.Mapping.Key.of;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import th.oit.schema.Mapping.Demand;
import th.oit.schema.Mapping.Key;
import th.oit.schema.Scalar.Choice;
import th.oit.text.Language;

/** The front matter of pages, by the kinds that their folders make of them. */
final class PageShapes {
  private static final String D = Shape.DIGIT;
  private static final String OIA =
      "(?:มาตรา|ม\\.)?\\s*(?:[7๗]\\s*\\(\\s*[1-5๑-๕]\\s*\\)|[9๙]\\s*\\(\\s*[1-8๑-๘]\\s*\\))";
  private static final String ALIAS = "/(?!/|.*//|.*\\.\\.).*";
  private static final Shape YEARS = Shape.oneOrMore(Shape.year());
  private static final Demand REASON = new Demand.When("status", "none", List.of("reason"));

  private PageShapes() {}

  static Schema home() {
    return schema("front-matter-home", "ส่วนหัวของหน้าแรก", "front matter of the home page", false);
  }

  static Schema page() {
    return schema("front-matter-page", "ส่วนหัวของหน้าทั่วไป", "front matter of a page", true);
  }

  private static Schema schema(String name, String th, String en, boolean titled) {
    return Schema.of(
        name,
        th,
        en,
        List.of(),
        Shape.mapping(new Mapping(null, common(titled, false), null, List.of(REASON))));
  }

  static Schema news() {
    List<Key> keys = common(true, true);
    keys.add(
        of("topic", Shape.text(), "หัวข้อข่าว (ชื่อหรือ id ใน news.topics)", "topic of the news"));
    keys.add(of("image", Shape.place("drill.jpg"), "ภาพประกอบ วางข้างไฟล์ข่าว", "picture"));
    keys.add(
        of("image_alt", Shape.text(), "คำบรรยายภาพ ต้องมีเมื่อมีภาพ", "what the picture shows"));
    return Schema.of(
        "front-matter-news",
        "ส่วนหัวของข่าว",
        "front matter of news",
        List.of(),
        Shape.mapping(
            new Mapping(
                null,
                keys,
                null,
                List.of(REASON, new Demand.When("image", null, List.of("image_alt"))))));
  }

  static Schema item() {
    List<Key> keys = common(true, false);
    keys.add(
        of(
            "item",
            Shape.item(),
            "รหัสข้อ ปกติดูจากชื่อโฟลเดอร์",
            "item; usually the folder says it"));
    keys.add(
        of(
            "year",
            Shape.year(),
            "ปีของรายการ ปกติดูจากโฟลเดอร์",
            "year of the list; usually the folder says it"));
    keys.add(
        of(
            "period",
            YEARS,
            "ปีงบประมาณของข้อมูล หนึ่งปีหรือหลายปี",
            "fiscal year or years of the data"));
    keys.add(
        of(
            "every",
            Shape.form("[1-9๑-๙]" + D + "{0,2}\\s*d|month|quarter|half-year|year", "month"),
            "รอบปรับปรุงที่หน่วยงานกำหนดเอง: 15d, month, quarter, half-year, year",
            "how often the data are renewed"));
    keys.add(
        of("supervisor", Shape.text(), "ผู้กำกับดูแลข้อนี้ (ตำแหน่ง)", "who supervises the item"));
    keys.add(of("preparer", Shape.text(), "ผู้จัดทำข้อมูล (ตำแหน่ง)", "who prepares the data"));
    keys.add(
        of(
            "elements",
            Shape.named(Shape.oneOrMore(Shape.place("#list", "plan.pdf"))),
            "องค์ประกอบใดอยู่ที่ใด: รหัสองค์ประกอบ แล้วตามด้วย '#หัวข้อ' หรือไฟล์ หรือหลายแห่ง",
            "where each element is shown: a '#heading', a file, or several"));
    keys.add(
        of(
            "evidence",
            Shape.list(
                Shape.mapping(
                    of("file", Shape.place("plan.pdf"), "ไฟล์ข้างหน้านี้ หรือ URL", "file or URL")
                        .required(),
                    of("title", Shape.text(), "ชื่อเอกสาร", "title"),
                    of("date", Shape.day(), "วันที่ของเอกสาร", "date of the document"),
                    of("period", YEARS, "ปีงบประมาณของเอกสาร", "its fiscal year or years"))),
            "ไฟล์หลักฐาน",
            "files of evidence"));
    return Schema.of(
        "front-matter-item",
        "ส่วนหัวของหน้าข้อ OIT",
        "front matter of an item's page",
        List.of(),
        Shape.mapping(new Mapping(null, keys, null, List.of(REASON))));
  }

  static Schema service() {
    List<Key> keys = common(true, false);
    keys.add(
        of(
            "topic",
            Shape.text(),
            "เรื่อง ใช้จัดกลุ่มในรายการบริการ",
            "group in the list of services"));
    keys.add(
        of(
            "featured",
            Shape.rank(),
            "แสดงบนหน้าแรก: true หรือลำดับ เช่น 1",
            "shown on the home page: true, or its place"));
    keys.add(
        of(
                "service",
                Shape.mapping(
                    of("time", Shape.text("ภายใน 5 วันทำการ"), "ใช้เวลาเท่าใด", "how long it takes")
                        .required(),
                    of(
                            "fee",
                            Shape.text("ไม่มีค่าธรรมเนียม"),
                            "ค่าธรรมเนียม ไม่เก็บให้เขียนว่า ไม่มีค่าธรรมเนียม",
                            "the fee")
                        .required(),
                    of(
                        "online",
                        Shape.place("https://eservice.example.go.th/light"),
                        "ที่ยื่นออนไลน์: https://… ที่อยู่ในเว็บไซต์ หน้าอื่น หรือ mailto:",
                        "where to apply online"),
                    of("who", Shape.text(), "ใครขอได้", "who may apply"),
                    of("place", Shape.text(), "ยื่นที่ใด", "where to apply"),
                    of("hours", Shape.text(), "เวลาเปิด", "opening hours"),
                    of(
                        "channels",
                        Shape.oneOrMore(Shape.text()),
                        "ช่องทางอื่น",
                        "other ways to apply"),
                    of(
                        "documents",
                        Shape.oneOrMore(
                            Shape.textOr(
                                Mapping.of(
                                    of("name", Shape.text(), "ชื่อเอกสาร", "name").required(),
                                    of("copies", Shape.whole(0), "จำนวนสำเนา", "number of copies"),
                                    of(
                                        "copy",
                                        Shape.flag(),
                                        "false แสดงป้าย ไม่ต้องใช้สำเนา",
                                        "false where no copy is needed"),
                                    of("note", Shape.text(), "หมายเหตุ", "note")))),
                        "เอกสารที่ใช้",
                        "what to bring"),
                    of(
                        "steps",
                        Shape.oneOrMore(
                            Shape.textOr(
                                Mapping.of(
                                    of("do", Shape.text(), "ทำอะไร", "what is done").required(),
                                    of("who", Shape.text(), "ใครทำ", "by whom"),
                                    of(
                                        "time",
                                        Shape.text(),
                                        "ใช้เวลาเท่าใด",
                                        "how long it takes")))),
                        "ขั้นตอน",
                        "steps"),
                    of("law", Shape.oneOrMore(Shape.text()), "กฎหมายที่เกี่ยวข้อง", "laws"),
                    of(
                        "forms",
                        Shape.oneOrMore(
                            Shape.placeOr(
                                Mapping.of(
                                    of("file", Shape.place("form.pdf"), "ไฟล์แบบฟอร์ม", "file")
                                        .required(),
                                    of("title", Shape.text(), "ชื่อแบบฟอร์ม", "title")))),
                        "แบบฟอร์ม",
                        "forms")),
                "ข้อมูลของบริการ",
                "what is to know of the service")
            .required());
    return Schema.of(
        "front-matter-service",
        "ส่วนหัวของหน้าบริการ",
        "front matter of a service",
        List.of(),
        Shape.mapping(new Mapping(null, keys, null, List.of(REASON))));
  }

  private static List<Key> common(boolean titled, boolean dated) {
    Key title = of("title", Shape.text(), "ชื่อหน้า", "title");
    Key date = of("date", Shape.day(), "วันที่ของหน้า ข่าวต้องมี", "date of the page");
    return new ArrayList<>(
        Arrays.asList(
            titled ? title.required() : title,
            of("summary", Shape.text(), "สรุปหนึ่งประโยค", "one sentence that sums it up"),
            dated ? date.required() : date,
            of(
                "updated",
                Shape.day(),
                "วันที่ปรับปรุงข้อมูลล่าสุด",
                "when the data were last renewed"),
            of(
                "department",
                Shape.text(),
                "รหัสส่วนราชการที่รับผิดชอบ ตาม site-config.yml",
                "id of the department in charge"),
            of(
                    "status",
                    Shape.choice(
                        Choice.of("published", "เผยแพร่", "for the public"),
                        Choice.of("draft", "ฉบับร่าง ยังไม่เผยแพร่", "a draft, not published"),
                        Choice.of(
                            "none",
                            "ปีนี้ไม่มี ต้องบอกเหตุผลใน reason:",
                            "there was none this year; needs a reason")),
                    "สถานะของหน้า",
                    "whether the page is for the public")
                .usually("published"),
            of("reason", Shape.text(), "เหตุผล เมื่อ status: none", "why there was none"),
            of("publish", Shape.day(), "เผยแพร่ตั้งแต่วันใด", "published from this day"),
            of("expires", Shape.day(), "เอาออกหลังวันใด", "taken out after this day"),
            of(
                "lang",
                Shape.choice(Choice.of(Language.class)),
                "ภาษาของหน้า ปกติดูจากชื่อไฟล์",
                "language; usually the file's name says it"),
            of(
                "history",
                Shape.list(
                    Shape.mapping(
                        of("date", Shape.day(), "วันที่ปรับปรุง", "day of the change").required(),
                        of("what", Shape.text(), "ปรับอะไร", "what was changed").required())),
                "ประวัติการปรับปรุง เรียงทางใดก็ได้",
                "what was changed and when"),
            of(
                "oia",
                Shape.oneOrMore(Shape.form(OIA, "7(1)", "9(3)")),
                "ประเภทข้อมูลตาม พ.ร.บ. ข้อมูลข่าวสารของราชการ เช่น ['7(1)', '9(3)']",
                "what the page is by section 7 or 9 of the Official Information Act"),
            of(
                "aliases",
                Shape.oneOrMore(Shape.form(ALIAS, "/ita/o14/")),
                "ที่อยู่เดิมของหน้านี้ ผู้อ่านจะถูกพามาที่นี่",
                "old addresses that lead here")));
  }
}
