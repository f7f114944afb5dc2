package th.oit.schema;

import static th.oit.schema.Mapping.Key.of;

import java.util.Arrays;
import java.util.List;
import th.oit.baseline.Baseline;
import th.oit.finding.Rule;
import th.oit.schema.Mapping.Demand;
import th.oit.schema.Scalar.Choice;

/** Old faults that close no gate for a time. */
final class BaselineShape {
  private BaselineShape() {}

  static Schema schema() {
    List<Choice> rules =
        Arrays.stream(Rule.values())
            .filter(Baseline::mayHold)
            .map(rule -> new Choice(rule.id(), rule.says()))
            .toList();
    return Schema.of(
        "baseline",
        "ข้อบกพร่องเดิมที่ผ่อนผัน",
        "old faults that are put off",
        List.of("*baseline*.yml"),
        Shape.mapping(
            of(
                    "entries",
                    Shape.list(
                        Shape.mapping(
                            Mapping.of(
                                    of(
                                            "rule",
                                            Shape.choice(rules),
                                            "ชื่อกฎในวงเล็บท้ายข้อความของรายงาน",
                                            "the rule")
                                        .required(),
                                    of(
                                        "file",
                                        Shape.text(),
                                        "ไฟล์ที่มีข้อบกพร่อง ตามที่รายงานแสดง",
                                        "the file that the report names"),
                                    of(
                                        "item",
                                        Shape.text("O14"),
                                        "รหัสข้อที่ยังไม่มีไฟล์",
                                        "the item, where there is no file"),
                                    of(
                                        "target",
                                        Shape.text(),
                                        "ปลายทางที่รายงานแสดง ตรงทุกตัวอักษร",
                                        "the target, to the letter"),
                                    of(
                                            "times",
                                            Shape.whole(1),
                                            "พบกี่ตำแหน่ง",
                                            "at how many places")
                                        .usually("1"),
                                    of("until", Shape.day(), "ผ่อนผันถึงวันใด", "last day")
                                        .required(),
                                    of("reason", Shape.text(), "เหตุผล", "why"))
                                .demanding(new Demand.OneOf(List.of("file", "item"))))),
                    "ข้อบกพร่องแต่ละอย่าง",
                    "the faults")
                .required()));
  }
}
