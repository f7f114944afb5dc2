package th.oit.schema;

import static th.oit.schema.Mapping.Key.of;

import java.util.List;
import th.oit.catalog.Column;
import th.oit.schema.Mapping.Key;
import th.oit.schema.Scalar.Choice;

/** A year's list of what is to be disclosed. */
final class CatalogShape {
  private static final Shape SLUG = Shape.form("[a-z][a-z0-9-]*", "investment-list");
  private static final Shape SURE =
      Shape.choice(
          Choice.of("high", "สูง", "high"),
          Choice.of("medium", "ปานกลาง", "medium"),
          Choice.of("low", "ต่ำ", "low"));

  private CatalogShape() {}

  static Schema schema() {
    return Schema.of(
        "catalog",
        "รายการข้อมูลที่ต้องเปิดเผย (OIT) ของปีหนึ่ง",
        "list of what a body discloses (OIT) in one year",
        List.of("catalog/*.yml", "oit-2[0-9][0-9][0-9].yml"),
        Shape.mapping(
            of("year", Shape.year(), "ปีที่ประเมิน (พ.ศ.)", "assessed year, Buddhist era")
                .required(),
            of(
                    "name",
                    Shape.text(),
                    "ชื่อรายการที่แสดงให้ผู้อ่านเห็น",
                    "name of the list as readers see it")
                .required(),
            of(
                    "checked_against_manual",
                    Shape.flag(),
                    "true เมื่อมีคนเทียบทั้งรายการกับคู่มือทางการของปีนั้นแล้วเท่านั้น",
                    "true only when a person compared the whole list with the official manual of the year")
                .usually("false"),
            sure(
                "ความเชื่อมั่นต่อเลขและชื่อข้อโดยรวม",
                "confidence in the numbers and names of the items as a whole"),
            of(
                "pass_mark",
                Shape.mapping(
                    of("score", Shape.number("85"), "คะแนน 0–100", "score, 0 to 100"),
                    sure("ความเชื่อมั่น", "confidence")),
                "คะแนนรวมขั้นต่ำที่ถือว่าผ่าน",
                "lowest total that passes"),
            of(
                "instruments",
                Shape.list(
                    Shape.mapping(
                        of("id", Shape.text("OIT"), "อักษรย่อ เช่น IIT, EIT1, OIT", "abbreviation")
                            .required(),
                        of("name", Shape.text(), "ชื่อเต็ม", "full name").required(),
                        of(
                            "weight",
                            Shape.number("40"),
                            "น้ำหนักร้อยละของคะแนนรวม",
                            "weight in percent of the total"),
                        sure("ความเชื่อมั่น", "confidence"))),
                "เครื่องมือประเมินและน้ำหนัก รวมกันได้ 100",
                "instruments and their weights, together 100"),
            of(
                "ratings",
                Shape.list(
                    Shape.mapping(
                        of("name", Shape.text(), "ชื่อระดับ", "name of the rating").required(),
                        of("from", Shape.number("85"), "คะแนนรวมตั้งแต่", "total score from"),
                        of(
                            "every_instrument",
                            Shape.number("85"),
                            "ทุกเครื่องมือต้องได้อย่างน้อยเท่านี้",
                            "least score of every instrument"),
                        sure("ความเชื่อมั่น", "confidence"))),
                "ระดับผลการประเมิน เรียงจากดีที่สุด",
                "ratings, best first"),
            of(
                "sources",
                Shape.list(
                    Shape.mapping(
                        of(
                            "file",
                            Shape.text(),
                            "ชื่อเรียกเอกสาร ไม่ใช่เส้นทางไฟล์",
                            "what the document is called, not a path"),
                        of(
                            "url",
                            Shape.text("https://www.nacc.go.th/"),
                            "ที่อยู่เว็บ",
                            "web address"),
                        of(
                            "what",
                            Shape.text(),
                            "แหล่งนี้ให้ข้อมูลอะไร",
                            "what the source tells"))),
                "แหล่งที่ใช้รวบรวมรายการนี้",
                "what the list was put together from"),
            of(
                "notes",
                Shape.oneOrMore(Shape.text()),
                "หมายเหตุสำหรับผู้อ่าน",
                "notes for the reader"),
            of(
                    "indicators",
                    Shape.list(
                        Shape.mapping(
                            of(
                                    "id",
                                    Shape.text("9"),
                                    "เลขตัวชี้วัด ในเครื่องหมายคำพูด",
                                    "number, quoted")
                                .required(),
                            of("name", Shape.text(), "ชื่อตัวชี้วัด", "name").required(),
                            of(
                                    "sub_indicators",
                                    Shape.list(
                                        Shape.mapping(
                                            of(
                                                    "id",
                                                    Shape.text("9.1"),
                                                    "เลขตัวชี้วัดย่อย ในเครื่องหมายคำพูด",
                                                    "number, quoted")
                                                .required(),
                                            of("name", Shape.text(), "ชื่อตัวชี้วัดย่อย", "name")
                                                .required(),
                                            sure(
                                                "ความเชื่อมั่นต่อชื่อและขอบเขต ปกติตามทั้งรายการ",
                                                "confidence in name and boundary; usually that of the list"),
                                            of(
                                                    "items",
                                                    Shape.list(item()),
                                                    "ข้อ O ตามลำดับ",
                                                    "items in order")
                                                .required())),
                                    "ตัวชี้วัดย่อยตามลำดับ",
                                    "sub-indicators in order")
                                .required())),
                    "ตัวชี้วัดตามลำดับ",
                    "indicators in order")
                .required()));
  }

  private static Key sure(String th, String en) {
    return of("confidence", SURE, th, en);
  }

  private static Shape item() {
    return Shape.mapping(
        of("id", Shape.item(), "เลขข้อ เช่น O14", "number of the item").required(),
        of("name", Shape.text(), "ชื่อข้อ", "name of the item").required(),
        of(
            "topics",
            Shape.oneOrMore(Shape.text("procurement-list")),
            "เรื่องของข้อ ใช้ชื่อเดียวกันทุกปีแม้เลขข้อเปลี่ยน เรื่องหลักก่อน",
            "what the item is about, in names that are the same in every year; the main one first"),
        sure("ความเชื่อมั่นต่อเลขและชื่อข้อ", "confidence in number and name"),
        of("elements_confidence", SURE, "ความเชื่อมั่นต่อองค์ประกอบ", "confidence in the elements"),
        of(
            "source",
            Shape.text(),
            "ที่มาของชื่อและองค์ประกอบ",
            "where name and elements come from"),
        of(
            "period",
            Shape.mapping(
                of(
                    "of",
                    Shape.oneOrMore(
                        Shape.choice(
                            Choice.of("any", "ไม่ระบุ", "the list states none"),
                            Choice.of(
                                "current", "ปัจจุบัน", "in force, or who holds the office, now"),
                            Choice.of("assessed", "ปีที่ประเมิน", "the assessed year"),
                            Choice.of(
                                "assessed-first-half",
                                "6 เดือนแรกของปีที่ประเมิน",
                                "its first six months"),
                            Choice.of("previous", "ปีงบประมาณก่อน", "the fiscal year before"),
                            Choice.of(
                                "covers-assessed",
                                "แผนหลายปีที่ครอบคลุมปีที่ประเมิน",
                                "a longer plan covering the year"))),
                    "ช่วงเวลาที่ยอมรับ",
                    "what is accepted"),
                of(
                    "text",
                    Shape.text(),
                    "ถ้อยคำช่วงเวลาที่แสดงให้ผู้อ่านเห็น",
                    "the period in words, as readers see it")),
            "ช่วงเวลาของข้อมูลที่ข้อนี้ต้องการ",
            "period the data of the item are of"),
        of(
            "every",
            Shape.form(
                "[1-9๑-๙]" + Shape.DIGIT + "{0,2}\\s*d|month|quarter|half-year|year", "quarter"),
            "รอบที่ต้องปรับปรุงข้อมูล ใส่เมื่อมีที่มาเท่านั้น",
            "how often the data must be renewed; only where there is a ground"),
        of(
                "none_allowed",
                Shape.flag(),
                "true เมื่อรายการยอมให้ตอบว่า ไม่มี พร้อมเหตุผล",
                "true where a body may answer none, with its reason")
            .usually("false"),
        of(
            "elements",
            Shape.list(element()),
            "องค์ประกอบที่หน้านั้นต้องมี",
            "elements the page must show"));
  }

  private static Shape element() {
    return Shape.mapping(
        of("id", SLUG, "รหัสองค์ประกอบ ไม่ซ้ำในข้อเดียวกัน", "id, unique in the item").required(),
        of("text", Shape.text(), "ข้อความองค์ประกอบ", "the element in words").required(),
        of(
            "note",
            Shape.text(),
            "หมายเหตุของผู้จัดทำรายการ เช่น ที่มาของถ้อยคำ ไม่แสดงบนหน้าเว็บ",
            "what the list says of the words; not shown on pages"),
        of(
                "kind",
                Shape.choice(
                    Choice.of("text", "เนื้อหา", "substance at the place"),
                    Choice.of(
                        "people",
                        "บุคคล: ชื่อ ตำแหน่ง รูป ช่องทางติดต่อ",
                        "names, positions, pictures, contact"),
                    Choice.of("document", "ไฟล์ที่เปิดได้", "a file that opens"),
                    Choice.of("table", "ตารางที่มีคอลัมน์ตามระบุ", "rows with the named columns"),
                    Choice.of("statistic", "จำนวนพร้อมช่วงเวลา", "counts with a period"),
                    Choice.of("channel", "ช่องทางติดต่อ", "a way to reach the body"),
                    Choice.of("map", "แผนที่", "a map"),
                    Choice.of("log", "รายการลงวันที่", "dated entries"),
                    Choice.of(
                        "link", "ลิงก์ไปหน้าหรือบริการ", "a page or service reached by a link")),
                "ชนิดหลักฐาน",
                "kind of evidence")
            .usually("text"),
        of(
                "required",
                Shape.flag(),
                "false เมื่อมีคำว่า (ถ้ามี) หรือเป็นเพียงหมายเหตุ",
                "false for \"if any\" and pure remarks")
            .usually("true"),
        of(
                "at_least",
                Shape.whole(null, "1"),
                "จำนวนอย่างน้อยที่ต้องมี เช่น ช่องทาง บุคคล หรือรายการ",
                "how many are asked")
            .usually("1"),
        of(
                "separate",
                Shape.flag(),
                "true เมื่อต้องเป็นช่องทางที่แยกจากช่องทางทั่วไปของหน่วยงาน",
                "true for a channel that must not be a general one")
            .usually("false"),
        of(
            "columns",
            Shape.list(
                Shape.mapping(
                    of("id", Shape.text("budget"), "รหัสคอลัมน์", "id").required(),
                    of(
                            "label",
                            Shape.text(),
                            "หัวคอลัมน์ที่หน่วยงานมักใช้",
                            "heading as offices write it")
                        .required(),
                    of(
                        "also",
                        Shape.oneOrMore(Shape.text()),
                        "หัวคอลัมน์แบบอื่นที่ยอมรับ",
                        "other headings that are accepted"),
                    of(
                            "type",
                            Shape.choice(Choice.of(Column.Type.class)),
                            "ชนิดค่า",
                            "type of the values")
                        .usually("text"))),
            "คอลัมน์ที่ตารางต้องมี",
            "columns that the table must have"));
  }
}
