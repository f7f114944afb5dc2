package th.oit.schema;

import static th.oit.schema.Mapping.Key.of;

import java.util.List;
import th.oit.schema.Mapping.Demand;
import th.oit.schema.Scalar.Choice;

/** Data files that pages place. */
final class DataShapes {
  private static final Shape ID = Shape.form("[a-z][a-z0-9_-]*", "street-light");

  private DataShapes() {}

  static Schema people() {
    return Schema.of(
        "people",
        "รายชื่อบุคคล",
        "a list of people",
        List.of("content/**/people*.yml"),
        Shape.list(
            Shape.mapping(
                of("name", Shape.text(), "ชื่อและนามสกุล", "name").required(),
                of("position", Shape.text(), "ตำแหน่ง", "position").required(),
                of("image", Shape.place("people/mayor.jpg"), "รูปถ่าย", "picture"),
                of("phone", Shape.text("0 0000 0010"), "โทรศัพท์", "telephone"),
                of("email", Shape.text("mayor@example.go.th"), "อีเมล", "e-mail"),
                of("group", Shape.text(), "กลุ่ม เช่น คณะผู้บริหาร", "group"),
                of("note", Shape.text(), "หมายเหตุ", "note"))));
  }

  static Schema chart() {
    return Schema.of(
        "chart",
        "แผนผังโครงสร้าง",
        "a chart of units",
        List.of("content/**/structure*.yml"),
        Shape.list(
            Shape.mapping(
                Mapping.of(
                        of("name", Shape.text(), "ชื่อหน่วยหรือตำแหน่ง", "unit or position")
                            .required(),
                        of("head", Shape.text(), "ผู้ดำรงตำแหน่ง", "who holds it"),
                        of("note", Shape.text(), "หมายเหตุ", "note"),
                        of(
                            "units",
                            Shape.list(Shape.again("unit")),
                            "หน่วยที่อยู่ภายใน",
                            "units within"))
                    .named("unit"))));
  }

  static Schema questions() {
    return Schema.of(
        "questions",
        "คำถามและคำตอบ",
        "questions and answers",
        List.of("content/**/qa*.yml"),
        Shape.list(
            Shape.mapping(
                Mapping.of(
                        of("id", ID, "ชื่อสำหรับลิงก์ เช่น /qa/#faq-light", "name for links"),
                        of("question", Shape.text(), "คำถาม", "question").required(),
                        of(
                            "asked",
                            Shape.writtenDay(),
                            "วันที่ถาม ไม่มีคือคำถามที่พบบ่อย",
                            "asked on; without it a frequent question"),
                        of(
                            "answer",
                            Shape.text(),
                            "คำตอบ ไม่มีคือรอคำตอบ",
                            "answer; without it the question waits"),
                        of("answered", Shape.writtenDay(), "วันที่ตอบ", "answered on"),
                        of("by", Shape.text(), "ผู้ตอบ", "answered by"),
                        of("topic", Shape.text(), "เรื่อง", "topic"),
                        of(
                            "link",
                            Shape.place("../services/street-light.md"),
                            "หน้าที่อธิบายต่อ",
                            "page that says more"))
                    .demanding(
                        new Demand.AnyOf(List.of("asked", "answer")),
                        new Demand.When("answered", null, List.of("answer")),
                        new Demand.WhenBoth("asked", "answer", "answered")))));
  }

  static Schema voices() {
    return Schema.of(
        "voices",
        "ท่านเสนอ เราทำ",
        "proposals and what became of them",
        List.of("content/**/voices*.yml", "content/**/participation*.yml"),
        Shape.list(
            Shape.mapping(
                of("id", ID, "ชื่อสำหรับลิงก์", "name for links"),
                of("suggestion", Shape.text(), "ข้อเสนอ", "proposal").required(),
                of(
                    "from",
                    Shape.text(),
                    "มาจากที่ใด อย่าใส่ชื่อบุคคล",
                    "where it came from; no names of persons"),
                of("date", Shape.writtenDay(), "วันที่", "date"),
                of(
                        "action",
                        Shape.text(),
                        "สิ่งที่ทำ หรือเหตุผลที่ยังทำไม่ได้",
                        "what was done, or why not yet")
                    .required(),
                of("result", Shape.text(), "ผล", "result"),
                of("by", Shape.text(), "ผู้รับผิดชอบ", "who is in charge"),
                of(
                    "state",
                    Shape.choice(
                        Choice.of("done", "ทำแล้ว", "done"),
                        Choice.of("doing", "กำลังทำ", "under way"),
                        Choice.of("planned", "อยู่ในแผน", "planned"),
                        Choice.of("declined", "ยังทำไม่ได้", "not possible yet")),
                    "สถานะ",
                    "state"),
                of("link", Shape.place(), "หน้าที่เกี่ยวข้อง", "page about it"))));
  }
}
