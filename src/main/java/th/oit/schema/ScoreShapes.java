package th.oit.schema;

import static th.oit.schema.Mapping.Key.of;

import java.util.List;
import th.oit.catalog.Confidence;
import th.oit.schema.Mapping.Demand;
import th.oit.schema.Mapping.Key;
import th.oit.schema.Scalar.Choice;

/** The results of an assessment, {@code content/ita/YEAR.yml}, and the rules of the years. */
final class ScoreShapes {
  private static final String D = Shape.DIGIT;
  private static final Shape INSTRUMENT =
      Shape.form(
          "\\(?(?:[IiEeOo][Ii][Tt])\\)?\\s*\\(?(?:ส่วนที่|[Pp][Aa][Rr][Tt])?\\s*[12๑๒]?\\)?",
          "IIT",
          "EIT1",
          "OIT");
  private static final Shape QUESTION =
      Shape.form(
          "[ieIE](?:[iI][tT])?[0๐]?[1-9๑-๙]" + D + "?|" + Shape.item().scalar().pattern(),
          "i20",
          "e4",
          "O18");
  private static final Shape SMALL = Shape.small("4");
  private static final Key NAME = of("name", Shape.text(), "ชื่อ", "name");

  private ScoreShapes() {}

  static Schema report() {
    Shape measures = Shape.list(measure());
    return Schema.of(
        "ita-report",
        "ผลการประเมิน ITA ของหนึ่งปี",
        "results of one year's assessment",
        List.of("content/ita/2[0-9][0-9][0-9].yml"),
        Shape.mapping(
            of(
                    "year",
                    Shape.year(),
                    "ปีงบประมาณของผลการประเมิน ตรงกับชื่อไฟล์",
                    "fiscal year of the result, as in the file's name")
                .required(),
            of(
                "measures_year",
                Shape.year(),
                "ปีที่ดำเนินมาตรการ ปกติปีถัดไป",
                "year of the measures; usually the next"),
            of("title", Shape.text(), "ชื่อรายงาน", "title of the report"),
            of(
                "stated",
                Shape.list(
                    Shape.mapping(
                        of("total", Shape.score(), "คะแนนรวมตามที่เขียนไว้", "total as stated"),
                        of(
                            "rating",
                            Shape.text("ผ่านดี"),
                            "ระดับตามที่เขียนไว้",
                            "rating as stated"),
                        of("where", Shape.text("คำนำ"), "เขียนไว้ที่ใด", "where it is stated"))),
                "ผลตามประกาศ เครื่องเทียบกับที่คำนวณได้",
                "the result as stated; compared with what is computed"),
            of(
                "targets",
                Shape.list(
                    Shape.mapping(
                        of("what", Shape.text(), "เป้าหมายของอะไร", "what is aimed at").required(),
                        of("value", Shape.score(), "ค่าเป้าหมาย", "value").required(),
                        of("source", Shape.text(), "ที่มา", "source"))),
                "เป้าหมาย",
                "targets"),
            of("scores", scores(), "คะแนน", "scores"),
            of(
                "chart",
                Shape.oneOrMore(Shape.year()),
                "ปีที่แสดงในกราฟ ปกติทุกปีที่มีไฟล์",
                "years in the chart"),
            of(
                "analysis",
                Shape.list(
                    Shape.mapping(
                        withAbout(
                            of(
                                    "kind",
                                    Shape.choice(
                                        Choice.of(
                                            "urgent",
                                            "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน",
                                            "to be mended at once"),
                                        Choice.of("improve", "พัฒนาให้ดีขึ้น", "to be made better"),
                                        Choice.of("keep", "รักษามาตรฐาน", "to be kept")),
                                    "ชนิดของข้อวิเคราะห์",
                                    "kind")
                                .required(),
                            of("finding", Shape.text(), "พบอะไร", "what was found").required(),
                            of(
                                "measures",
                                Shape.oneOrMore(Shape.text("M2")),
                                "รหัสของมาตรการที่แก้เรื่องนี้",
                                "ids of the measures")))),
                "การวิเคราะห์",
                "analysis"),
            of("measures", measures, "มาตรการของปีถัดไป", "measures of the next year"),
            of("constraints", Shape.oneOrMore(Shape.text()), "ข้อจำกัดของหน่วยงาน", "constraints"),
            of(
                "last_year",
                measures,
                "ผลของมาตรการปีก่อน",
                "what became of last year's measures")));
  }

  private static Shape scores() {
    return Shape.mapping(
        of(
            "file",
            Shape.text("scores-2566.csv"),
            "ตารางคะแนนข้างไฟล์นี้ (.csv หรือ .xlsx) คอลัมน์ รหัส ชื่อ คะแนน",
            "table of scores beside this file"),
        of("sheet", Shape.text(), "แผ่นงานของไฟล์ Excel", "sheet of the workbook"),
        of(
            "instruments",
            Shape.list(scored(INSTRUMENT, "IIT, EIT, EIT1, EIT2, OIT")),
            "แบบวัด",
            "instruments"),
        of(
            "indicators",
            Shape.list(
                Shape.mapping(
                    Mapping.of(
                            of("id", Shape.whole(null), "เลขตัวชี้วัด", "number").required(),
                            NAME,
                            of("score", Shape.score(), "คะแนน", "score"),
                            of(
                                "parts",
                                Shape.named(Shape.score()),
                                "คะแนนของแต่ละแบบวัด เช่น {EIT1: 92.36, EIT2: 89.12}",
                                "scores by instrument"))
                        .demanding(new Demand.AnyOf(List.of("score", "parts"))))),
            "ตัวชี้วัด",
            "indicators"),
        of(
            "sub_indicators",
            Shape.list(scored(Shape.form("\\d{1,2}\\.\\d{1,2}", "9.1"), "'9.1'")),
            "ตัวชี้วัดย่อยของ OIT",
            "sub-indicators"),
        of(
            "questions",
            Shape.list(
                Shape.mapping(
                    of("id", QUESTION, "รหัสคำถามหรือข้อ: i1, e1, O1", "question or item")
                        .required(),
                    of(
                        "issue",
                        Shape.whole(null),
                        "ประเด็นที่รายงานจัดไว้",
                        "issue under which the report has it"),
                    of("text", Shape.text(), "ข้อความของคำถาม", "text"),
                    of("score", Shape.score(), "คะแนน", "score"))),
            "คำถามของแบบวัด และข้อ OIT",
            "questions and items"),
        of(
            "issues",
            Shape.list(scored(Shape.whole(null), "4")),
            "ค่าเฉลี่ยของประเด็นที่รายงานเขียนไว้เอง",
            "means of issues as the report has them"));
  }

  private static Shape scored(Shape id, String such) {
    return Shape.mapping(
        of("id", id, "รหัส: " + such, "id: " + such).required(),
        NAME,
        of("score", Shape.score(), "คะแนน 0–100", "score").required());
  }

  private static Shape measure() {
    return Shape.mapping(
        withAbout(
            of(
                "id",
                Shape.text("M2"),
                "รหัส อ้างจาก analysis ปกติ m1, m2, …",
                "id; usually m1, m2, …"),
            of("measure", Shape.text(), "มาตรการ", "measure").required(),
            of("details", Shape.text(), "กิจกรรมหรือโครงการ", "what it consists of"),
            of("steps", Shape.oneOrMore(Shape.text()), "ขั้นตอน", "steps"),
            of(
                "lead",
                Shape.text("office"),
                "รหัสส่วนราชการใน site-config.yml หรือชื่อ",
                "who leads: id of a department, or a name"),
            of("support", Shape.oneOrMore(Shape.text()), "ผู้สนับสนุน", "who supports"),
            of("period", Shape.text("1 ธ.ค. 2566 – 31 มี.ค. 2567"), "ระยะเวลา", "when"),
            of("follow_up", Shape.text(), "การติดตาม", "how it is followed up"),
            of(
                "evidence",
                Shape.list(
                    Shape.mapping(
                        of("file", Shape.place(), "ไฟล์หรือ URL", "file or URL").required(),
                        of("title", Shape.text(), "ชื่อ", "title").required(),
                        of("date", Shape.day(), "วันที่", "date"))),
                "หลักฐาน",
                "evidence"),
            of(
                "state",
                Shape.choice(
                    Choice.of("planned", "อยู่ในแผน", "planned"),
                    Choice.of("ongoing", "กำลังดำเนินการ", "under way"),
                    Choice.of("done", "แล้วเสร็จ", "done"),
                    Choice.of("cancelled", "ยกเลิก", "cancelled")),
                "สถานะ",
                "state"),
            of("result", Shape.text(), "ผลการดำเนินการ", "result"),
            of("outcome", Shape.text(), "ผลลัพธ์หรือความสำเร็จ", "outcome")));
  }

  private static Key[] withAbout(Key... own) {
    List<Key> keys = new java.util.ArrayList<>(List.of(own));
    keys.add(
        of(
            "instruments",
            Shape.oneOrMore(INSTRUMENT),
            "แบบวัดที่เกี่ยวข้อง",
            "instruments concerned"));
    keys.add(
        of("indicators", Shape.oneOrMore(SMALL), "ตัวชี้วัดที่เกี่ยวข้อง", "indicators concerned"));
    keys.add(of("issues", Shape.oneOrMore(SMALL), "ประเด็นที่เกี่ยวข้อง", "issues concerned"));
    keys.add(
        of("questions", Shape.oneOrMore(QUESTION), "คำถามที่เกี่ยวข้อง", "questions concerned"));
    keys.add(of("items", Shape.oneOrMore(Shape.item()), "ข้อที่เกี่ยวข้อง", "items concerned"));
    return keys.toArray(Key[]::new);
  }

  static Schema rules() {
    Shape questions = Shape.oneOrMore(QUESTION);
    return Schema.of(
        "ita-rules",
        "กติกาของการคิดคะแนน ITA แต่ละปี",
        "rules by which scores of the years are computed",
        List.of("content/ita/rules.yml"),
        Shape.mapping(
            of(
                    "rules",
                    Shape.list(
                        Shape.mapping(
                            of("from", Shape.year(), "ใช้ตั้งแต่ปีใด", "first year").required(),
                            of("to", Shape.year(), "ใช้ถึงปีใด", "last year"),
                            of(
                                    "confidence",
                                    Shape.choice(Choice.of(Confidence.class)),
                                    "ความเชื่อมั่น",
                                    "how sure")
                                .usually("low"),
                            of("note", Shape.text(), "หมายเหตุ", "note"),
                            of(
                                    "indicators",
                                    Shape.list(
                                        Shape.mapping(
                                            of("id", Shape.whole(null), "เลขตัวชี้วัด", "number")
                                                .required(),
                                            of(
                                                    "instrument",
                                                    Shape.text("IIT"),
                                                    "แบบวัด",
                                                    "instrument")
                                                .required(),
                                            of("name", Shape.text(), "ชื่อ", "name").required(),
                                            of(
                                                "also",
                                                Shape.oneOrMore(Shape.text()),
                                                "ชื่ออื่นที่รายงานใช้",
                                                "other names in reports"),
                                            of(
                                                "questions",
                                                questions,
                                                "คำถามของตัวชี้วัดนี้",
                                                "its questions"),
                                            of(
                                                "keywords",
                                                Shape.oneOrMore(Shape.text()),
                                                "คำที่บอกว่าเป็นเรื่องนี้",
                                                "words that tell it"))),
                                    "ตัวชี้วัด",
                                    "indicators")
                                .required(),
                            of(
                                "issues",
                                Shape.list(
                                    Shape.mapping(
                                        of("id", Shape.whole(null), "เลขประเด็น", "number")
                                            .required(),
                                        of("name", Shape.text(), "ชื่อ", "name").required(),
                                        of(
                                            "questions",
                                            questions,
                                            "คำถามของประเด็นนี้",
                                            "its questions"))),
                                "ประเด็น",
                                "issues"))),
                    "กติกาของแต่ละช่วงปี",
                    "rules by years")
                .required()));
  }
}
