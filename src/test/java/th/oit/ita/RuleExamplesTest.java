package th.oit.ita;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import th.oit.catalog.CatalogReader;
import th.oit.finding.Rule;
import th.oit.source.SourceText;

/** For every rule, a text of our own that it must catch and one, nearly alike, that it must not. */
class RuleExamplesTest {
  private static final String TITLE =
      "รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\nองค์การบริหารส่วนตำบลบ้านใหม่\n\n";
  private static final String TABLE =
      "ตัวชี้วัดที่\tชื่อตัวชี้วัด\tคะแนน\n1\tการปฏิบัติหน้าที่\t90.00\n2\tการใช้งบประมาณ\t88.00\n"
          + "3\tการใช้อำนาจ\t92.00\n4\tการใช้ทรัพย์สินของราชการ\t86.00\n5\tการแก้ไขปัญหาการทุจริต\t89.00\n"
          + "6\tคุณภาพการดำเนินงาน\t94.00\n7\tประสิทธิภาพการสื่อสาร\t91.00\n8\tการปรับปรุงการทำงาน\t88.00\n"
          + "9\tการเปิดเผยข้อมูล\t96.00\n10\tการป้องกันการทุจริต\t98.00\n\n";

  // IIT 89.00, EIT 91.00, OIT 97.00: 26.70 + 27.30 + 38.80 = 92.80
  private static final String ISSUE =
      "ประเด็นที่ 4 กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ\n\nIIT\ti10 การยืม\t90.00\n\ti11 การใช้ส่วนตัว\t80.00\n"
          + "\ti12 การตรวจสอบ\t70.02\n\n";
  private static final String HEAD = "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tการติดตามผล\n";

  static Stream<Arguments> examples() {
    return Stream.of(
        of("ita/total", TABLE + "คะแนนภาพรวม 93.80 คะแนน", TABLE + "คะแนนภาพรวม 92.80 คะแนน"),
        of(
            "ita/rating",
            TABLE + "คะแนนภาพรวม 92.80 คะแนน อยู่ในระดับ ผ่านดีเยี่ยม",
            TABLE + "คะแนนภาพรวม 92.80 คะแนน อยู่ในระดับ ผ่านดี"),
        of("ita/rating", "ได้ 84.30 คะแนน อยู่ในระดับ ผ่าน", "ได้ 94.30 คะแนน อยู่ในระดับ ผ่าน"),
        of(
            "ita/rounding",
            ISSUE + "มีคะแนนเฉลี่ย 80.00 คะแนน",
            ISSUE.replace("70.02", "70.00") + "มีคะแนนเฉลี่ย 80.00 คะแนน"),
        of("ita/mean", ISSUE + "มีคะแนนเฉลี่ย 85.00 คะแนน", ISSUE + "มีคะแนนเฉลี่ย 80.00 คะแนน"),
        of("ita/mean", TABLE + ISSUE, TABLE.replace("86.00", "80.00") + ISSUE),
        of(
            "ita/two-values",
            "คะแนนภาพรวม 91.25 คะแนน\nสรุปว่าหน่วยงานได้คะแนนภาพรวม 92.15 คะแนน",
            "คะแนนภาพรวม 91.2 คะแนน\nสรุปว่าหน่วยงานได้คะแนนภาพรวม ๙๑.๒๐ คะแนน และเป้าหมายคือในภาพรวม 95 คะแนนขึ้นไป"),
        of(
            "ita/question",
            ISSUE + "ประเด็นที่ 5 อื่น\n\nIIT\ti10 การยืม\t95.00\n",
            ISSUE + "ประเด็นที่ 5 อื่น\n\nIIT\ti10 การยืม\t90.00\n"),
        of(
            "ita/question",
            "EIT\te1 ก ข ค\t90\n\te2 ก ข ค\t90\n\te3 ก ข ค\t90\n\te5 ก ข ค\t90\n\te6 ก ข ค\t90\n",
            "EIT\te1 ก ข ค\t90\n\te2 ก ข ค\t90\n\te3 ก ข ค\t90\n\te4 ก ข ค\t90\n\te5 ก ข ค\t90\n"),
        of(
            "ita/indicator-name",
            "ตัวชี้วัดที่ 6 การเปิดเผยข้อมูล",
            "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน\nตัวชี้วัดที่ 2 การใช้จ่ายงบประมาณ"),
        of(
            "ita/instrument",
            "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (IIT) 90 คะแนน",
            "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (External Integrity : EIT) 90 คะแนน"),
        of(
            "ita/item-code",
            "ปรับปรุงข้อ O39 ให้ครบถ้วน",
            "ปรับปรุงข้อ O35 ให้ครบถ้วน ใช้ CO2 น้อยลง"),
        of("ita/code-spelling", "ตามข้อ ๐๑๒ ของรายการ", "โทร. ๐๔๒-๐๑๒-๓๔๕ ข้อ ๑๒ วันที่ 01-02"),
        of("ita/code-spelling", "ข้อ 1๕ ได้คะแนนน้อย", "ข้อ ๑๕ ได้คะแนนน้อย"),
        of(
            "ita/year",
            "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565 ของหน่วยงานอยู่ในระดับดี",
            "เมื่อเปรียบเทียบกับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565 คะแนนสูงขึ้น"),
        of(
            "ita/year",
            "แผนปรับปรุงการให้บริการประชาชน ประจำปี 2567\n".replace("ประจำปี ", "ประจำปีงบประมาณ ")
                + "แผนปรับปรุงการให้บริการประชาชน ประจำปีงบประมาณ 2568\n",
            "แผนปรับปรุงการให้บริการประชาชน ประจำปีงบประมาณ 2567\nแผนพัฒนาบุคลากรขององค์กร ประจำปีงบประมาณ 2568\n"),
        of(
            "ita/year",
            "จัดทำรายงาน 6 เดือนแรกของปี 2566\tกองคลัง\tต.ค. 67 – มี.ค. 68",
            "จัดทำรายงาน 6 เดือนแรกของปี 2568\tกองคลัง\tต.ค. 67 – มี.ค. 68"),
        of(
            "ita/agency",
            "ข้อมูลนี้อยู่บนเว็บไซต์ อบต.หนองขาม",
            "ข้อมูลนี้อยู่บนเว็บไซต์ อบต.บ้านใหม่ องค์การบริหารส่วนตำบลทุกแห่งทำเช่นนี้ นายก อบต. เห็นชอบ"),
        of("ita/agency", "เทศบาลตำบล........\nอำเภอเมือง", "องค์การบริหารส่วนตำบล\nบ้านใหม่"),
        of(
            "ita/agency",
            "ขององค์การบริหารส่วนตำบลบ้านไหม่",
            "ขององค์การบริหารส่วนตำบลบ้านใหม่ได้ดำเนินการ"),
        of(
            "ita/no-measure",
            TABLE.replace("92.00", "72.00") + HEAD + "ก\tข\tกองคลัง\tต.ค. 67\tรายงาน\n",
            TABLE.replace("92.00", "72.00")
                + "การใช้อำนาจ ต้องปรับปรุง\n\n"
                + HEAD
                + "ประเมินผลการปฏิบัติงานตามเกณฑ์\tข\tกองคลัง\tต.ค. 67\tรายงาน\n"),
        of(
            "ita/columns",
            "มาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tการติดตามผล\nก\tข\tค\tง\n",
            HEAD + "ก\tข\tค\tง\tจ\n"),
        of(
            "ita/columns",
            "\tแนวทาง/มาตรการ\n\tขั้นตอน / วิธีปฏิบัติ\n\tระยะเวลา\n\tหน่วยงานผู้รับผิดชอบ\n\n\tก\n\tข\n\tค\n\tง\n",
            "\tแนวทาง/มาตรการ\n\tขั้นตอน / วิธีปฏิบัติ\n\tระยะเวลา\n\tหน่วยงานผู้รับผิดชอบ\n\tการกำกับติดตาม\n"),
        of("ita/empty", HEAD + "ก\tข\t\tต.ค. 67\tจ\n", HEAD + "ก\tข\tกองคลัง\tต.ค. 67\tจ\n"),
        of(
            "ita/superlative",
            TABLE + "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ได้คะแนนสูงสุด",
            TABLE + "ตัวชี้วัดที่ 10 ได้คะแนนสูงสุด ผู้บริหารสูงสุดให้ความสำคัญ"),
        of(
            "ita/superlative",
            TABLE + "คะแนนต่ำที่สุดคือตัวชี้วัดที่ 2",
            TABLE + "คะแนนต่ำที่สุดคือตัวชี้วัดที่ 4"),
        of(
            "ita/list",
            "มี 4 ช่องทาง ได้แก่ เว็บไซต์ โทรศัพท์ ไปรษณีย์",
            "มี 3 ช่องทาง ได้แก่ เว็บไซต์ (ของหน่วยงาน) โทรศัพท์ และไปรษณีย์"),
        of("ita/list", "1. จัดทำคู่มือ 3. เผยแพร่", "1. จัดทำคู่มือ 2. เผยแพร่ ฉบับที่ 4"),
        of(
            "ita/list",
            "ปี 2565 ปี 2566 ปี 2567\n\nบทนำ\n",
            "ปี 2565\tปี 2566\tปี 2567\n80.10\t85.20\t91.25\n"),
        of(
            "ita/frequency",
            "สำรวจความพึงพอใจผู้รับบริการทุกเดือน\n\nให้กองคลังสำรวจความพึงพอใจผู้รับบริการทุกไตรมาส",
            "สำรวจความพึงพอใจผู้รับบริการทุกเดือน\n\nให้กองคลังสรุปบัญชีรายรับรายจ่ายทุกไตรมาส"),
        of(
            "ita/frequency",
            "ตรวจนับครุภัณฑ์สำนักงานปีละ 2 ครั้ง\n\nตรวจนับครุภัณฑ์สำนักงานทุกไตรมาส",
            "จัดทำทะเบียนครุภัณฑ์สำนักงานรายเดือน หรือรายไตรมาส ตามความเหมาะสม"),
        of(
            "ita/no-score",
            "i1 ปฏิบัติงานตามขั้นตอน\nบริการช้า\ni2 ปฏิบัติอย่างเท่าเทียม\nยังต้องปรับปรุง\ne4 ช่องทางเผยแพร่\n",
            "IIT\ti1 ปฏิบัติงานตามขั้นตอน\t81.20\n\ti2 ปฏิบัติอย่างเท่าเทียม\t84.10\nEIT\te4 ช่องทางเผยแพร่\t79.00\n"),
        of("ita/digits", "ภายใน 1๕ วัน", "ภายใน ๑๕ วัน หรือ 15 วัน"),
        of("ita/markup", "จัดทำคู่มือ<br>เผยแพร่</li>", "คะแนน < 85 และ > 70 ถือว่าต้องปรับปรุง"),
        of("ita/typo", "ต้องขออนุญาติก่อน", "ต้องขออนุญาตก่อน"),
        of("ita/typo", "ต้องปรับปรุงอย่่างยิ่ง", "ต้องปรับปรุงอย่างยิ่ง"));
  }

  private static Arguments of(String rule, String wrong, String right) {
    return Arguments.of(rule, wrong, right);
  }

  private static List<String> rules(String text) {
    return ScoreReports.check(
            new SourceText("draft.txt", TITLE + text),
            Optional.empty(),
            CatalogReader::bundled,
            SchemeReader.bundled(),
            Optional.of("องค์การบริหารส่วนตำบลบ้านใหม่"))
        .stream()
        .map(finding -> finding.rule().id())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void catchesWhatIsWrongAndNotWhatIsRight(String rule, String wrong, String right) {
    assertTrue(rules(wrong).contains(rule), () -> "not caught: " + rules(wrong));
    assertEquals(List.of(), rules(right).stream().filter(rule::equals).toList(), "caught wrongly");
  }

  @Test
  void everyRuleHasAnExample() {
    Set<String> shown = new HashSet<>();
    examples().forEach(example -> shown.add((String) example.get()[0]));
    Set<String> all = new TreeSet<>();
    Arrays.stream(Rule.values())
        .map(Rule::id)
        .filter(id -> id.startsWith("ita/"))
        .forEach(all::add);
    assertEquals(all, new TreeSet<>(shown));
  }
}
