package th.oit.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import th.oit.finding.Finding;
import th.oit.finding.FindingKey;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.Fields;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.NearMatch;

/** Reads the file of old debt. */
public final class BaselineReader {
  private BaselineReader() {}

  /**
   * Reads a file.
   *
   * @throws UnusableInput with everything in it that cannot be used: a fault that is hidden by
   *     mistake is worse than a run that stops
   */
  public static Baseline read(SourceText text) {
    Findings findings = new Findings();
    Fields top = Fields.of(YamlReader.read(text), findings);
    top.require("entries");
    Map<FindingKey, Source> seen = new HashMap<>();
    List<Baseline.Entry> entries = new ArrayList<>();
    for (Fields fields : top.list("entries")) {
      entry(fields, findings)
          .ifPresent(
              entry -> {
                Source before = seen.putIfAbsent(entry.key(), entry.at());
                if (before != null) {
                  findings.add(repeated(entry, before));
                }
                entries.add(entry);
              });
    }
    top.refuseOthers();
    if (!findings.isEmpty()) {
      throw new UnusableInput(findings.sorted());
    }
    return new Baseline(entries);
  }

  private static Optional<Baseline.Entry> entry(Fields fields, Findings findings) {
    String id = fields.requiredText("rule");
    Optional<Rule> rule = id.isEmpty() ? Optional.empty() : rule(id, fields, findings);
    Optional<String> file = fields.text("file");
    Optional<String> item = fields.text("item");
    if (file.isPresent() == item.isPresent()) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "ต้องระบุ file: หรือ item: อย่างใดอย่างหนึ่ง",
                  "an entry names either 'file' or 'item'")
              .at(fields.at())
              .hint(
                  "file: คือไฟล์ที่มีข้อบกพร่อง ตามที่รายงานแสดง, item: ใช้กับข้อที่ยังไม่มีไฟล์",
                  "'file' is what the report names; 'item' is for findings that have no file"));
    }
    fields.require("until");
    Optional<LocalDate> until = fields.date("until");
    int times = fields.has("times") ? fields.integer("times").orElse(1) : 1;
    if (times < 1) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "times: ต้องเป็นจำนวนตั้งแต่ 1 ขึ้นไป",
                  "'times' is a number from 1 on")
              .at(fields.at("times"))
              .about(Integer.toString(times)));
    }
    Optional<String> reason = fields.text("reason");
    String target = target(fields, findings);
    fields.refuseOthers();
    if (rule.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Baseline.Entry(
            new FindingKey(rule.get(), file.orElse(null), item.orElse(null), target),
            times,
            until.get(),
            reason.orElse(null),
            fields.at()));
  }

  /** The target to the letter: a space at its end may be the very fault. */
  private static String target(Fields fields, Findings findings) {
    Optional<YamlNode> node = fields.node("target");
    if (node.isPresent() && !(node.get() instanceof YamlNode.Scalar)) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE, "\"target\" ต้องเป็นข้อความเดียว", "'target' takes one text")
              .at(node.get().at()));
    }
    return node.filter(YamlNode.Scalar.class::isInstance)
        .map(scalar -> ((YamlNode.Scalar) scalar).text())
        .orElse(null);
  }

  private static Optional<Rule> rule(String id, Fields fields, Findings findings) {
    Optional<Rule> rule =
        Arrays.stream(Rule.values()).filter(known -> known.id().equals(id)).findFirst();
    if (rule.isEmpty()) {
      List<String> known =
          Arrays.stream(Rule.values()).filter(Baseline::mayHold).map(Rule::id).toList();
      Finding unknown =
          Finding.of(
                  Rule.SOURCE_VALUE, "ไม่มีกฎชื่อ \"" + id + "\"", "there is no rule '" + id + "'")
              .at(fields.at("rule"))
              .about(id);
      findings.add(
          NearMatch.of(id, known)
              .map(
                  near ->
                      unknown.hint("น่าจะหมายถึง \"" + near + "\"", "did you mean '" + near + "'?"))
              .orElse(
                  unknown.hint(
                      "ใช้ชื่อกฎตามที่รายงานแสดงในวงเล็บ [ ]",
                      "use the name that the report shows in [brackets]")));
    } else if (!Baseline.mayHold(rule.get())) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "กฎ " + id + " ผ่อนผันไม่ได้ เพราะทำให้สร้างหรือตรวจเว็บไซต์ไม่ได้",
                  id + " cannot be put off: with it the site can be neither made nor judged")
              .at(fields.at("rule"))
              .about(id)
              .hint("แก้ข้อผิดพลาดนั้น แล้วลบรายการนี้", "mend that fault and remove this entry"));
    }
    return rule;
  }

  private static Finding repeated(Baseline.Entry entry, Source before) {
    return Finding.of(
            Rule.SOURCE_KEY,
            "รายการนี้ซ้ำกับบรรทัด " + before.line(),
            "the same entry as in line " + before.line())
        .at(entry.at())
        .about(entry.key().target())
        .hint(
            "รวมเป็นรายการเดียว และบอกจำนวนตำแหน่งด้วย times:",
            "make one entry of them, and say with 'times:' at how many places it stands");
  }
}
