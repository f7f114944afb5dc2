package th.oit.ita;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import th.oit.catalog.Catalog;
import th.oit.catalog.Confidence;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.Folding;
import th.oit.text.ItemCode;

/** Holds what a report states against what follows from its own scores. */
final class ScoreReportCheck {
  /** Numbers that were themselves rounded to two places can differ by so much. */
  private static final BigDecimal ROUNDED = new BigDecimal("0.01");

  private static final BigDecimal EXACT = new BigDecimal("0.0000001");

  /** A mean is left to whoever has seen all answers when fewer of its scores are there. */
  private static final int FEWEST_LISTED = 2;

  private final ScoreReport report;
  private final Catalog catalog;
  private final Scheme scheme;
  private final Results results;
  private final Findings findings;

  private ScoreReportCheck(ScoreReport report, Catalog catalog, Scheme scheme, Findings findings) {
    this.report = report;
    this.catalog = catalog;
    this.scheme = scheme;
    this.results = Results.of(report, catalog, scheme);
    this.findings = findings;
  }

  /** What contradicts itself among the scores of a report. */
  static void scores(ScoreReport report, Catalog catalog, Scheme scheme, Findings findings) {
    ScoreReportCheck check = new ScoreReportCheck(report, catalog, scheme, findings);
    check.totals();
    check.twoTotals();
    check.targets();
    check.ratings();
    check.parts();
  }

  /**
   * What contradicts itself among the scores that the prose of a report states: totals and ratings
   * by the report's own data, everything else by what stands beside it.
   */
  static void prose(
      ScoreReport report, ScoreReport stated, Catalog catalog, Scheme scheme, Findings findings) {
    ScoreReportCheck result =
        new ScoreReportCheck(report.stating(stated.statements()), catalog, scheme, findings);
    result.totals();
    result.ratings();
    ScoreReportCheck check = new ScoreReportCheck(stated, catalog, scheme, findings);
    check.targets();
    check.parts();
  }

  private void parts() {
    instruments();
    indicatorTwice();
    indicatorNames();
    indicatorMeans();
    disclosure();
    issueMeans();
    questionsTwice();
    questionsLeftOut();
  }

  /** What is missing in the analysis and the measures of a report. */
  static void measures(ScoreReport report, Catalog catalog, Scheme scheme, Findings findings) {
    ScoreReportCheck check = new ScoreReportCheck(report, catalog, scheme, findings);
    if (!report.isScoresOnly()) {
      check.unanswered();
      check.incomplete();
      check.unsupported();
    }
  }

  private void totals() {
    List<ScoreReport.Statement> stated =
        report.statements().stream().filter(statement -> statement.total() != null).toList();
    Set<BigDecimal> wrong = new HashSet<>();
    List<BigDecimal> right = recomputed();
    for (ScoreReport.Statement statement : stated) {
      BigDecimal total = statement.total();
      if (right.isEmpty()
          || right.stream().anyMatch(value -> Scores.near(total, value, ROUNDED))
          || !wrong.add(total.stripTrailingZeros())) {
        continue;
      }
      String shown = Scores.shown(right.get(0));
      Severity severity = surely(weights());
      findings.add(
          Finding.of(
                  Rule.ITA_TOTAL,
                  "คะแนนรวมเขียนว่า " + total + " แต่คำนวณจากคะแนนในรายงานได้ " + shown,
                  "the total is stated as " + total + ", its parts give " + shown)
              .as(severity)
              .at(statement.totalAt())
              .about(total.toPlainString())
              .hint(
                  "ตรวจคะแนนรายตัวชี้วัดและคะแนนรวมกับผลที่ประกาศในระบบ ITAS แล้วแก้ตัวที่ผิด ("
                      + formula()
                      + ")",
                  "check both with the result in ITAS and mend the wrong one (" + formula() + ")"));
    }
  }

  private void twoTotals() {
    List<ScoreReport.Statement> stated =
        report.statements().stream().filter(statement -> statement.total() != null).toList();
    twoValues(
        stated.stream().map(ScoreReport.Statement::total).toList(),
        stated.stream().map(ScoreReport.Statement::totalAt).toList(),
        "คะแนนรวม",
        "the total");
  }

  /** The total by the stated instruments and by the indicators, as far as either is complete. */
  private List<BigDecimal> recomputed() {
    List<BigDecimal> totals = new ArrayList<>();
    BigDecimal weights =
        results.instruments().stream()
            .map(Results.Part::weight)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (weights.compareTo(Scores.HUNDRED) != 0) {
      return totals;
    }
    totals.add(results.total().orElseThrow());
    if (results.instruments().stream().allMatch(part -> part.computed() != null)) {
      results.instruments().stream()
          .map(part -> part.computed().multiply(part.weight()).divide(Scores.HUNDRED))
          .reduce(BigDecimal::add)
          .ifPresent(totals::add);
    }
    return totals;
  }

  private String formula() {
    List<String> terms = new ArrayList<>();
    for (Results.Part part : results.instruments()) {
      terms.add(
          part.id()
              + " "
              + Scores.shown(part.score())
              + " × "
              + part.weight().stripTrailingZeros().toPlainString()
              + "%");
    }
    return String.join(" + ", terms);
  }

  private Confidence weights() {
    return catalog.instruments().stream()
        .map(Catalog.Instrument::confidence)
        .max(Confidence::compareTo)
        .orElse(Confidence.LOW);
  }

  /** What rests on rules that nobody has confirmed only warns. */
  private static Severity surely(Confidence confidence) {
    return confidence == Confidence.LOW ? Severity.WARNING : Severity.ERROR;
  }

  private void targets() {
    Map<String, List<ScoreReport.Target>> byWhat = new LinkedHashMap<>();
    for (ScoreReport.Target target : report.targets()) {
      byWhat.computeIfAbsent(Folding.key(target.what()), key -> new ArrayList<>()).add(target);
    }
    byWhat.forEach(
        (key, same) ->
            twoValues(
                same.stream().map(ScoreReport.Target::value).toList(),
                same.stream().map(ScoreReport.Target::at).toList(),
                "เป้าหมาย (" + same.get(0).what() + ")",
                "the goal"));
  }

  private void twoValues(List<BigDecimal> values, List<Source> places, String th, String en) {
    Set<BigDecimal> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      BigDecimal value = values.get(i);
      if (value == null || !seen.add(value.stripTrailingZeros()) || seen.size() == 1) {
        continue;
      }
      findings.add(
          Finding.of(
                  Rule.ITA_TWO_VALUES,
                  th
                      + "เขียนว่า "
                      + value
                      + " แต่บรรทัด "
                      + line(places.get(0))
                      + " เขียนว่า "
                      + values.get(0),
                  en
                      + " is "
                      + value
                      + " here and "
                      + values.get(0)
                      + " in line "
                      + line(places.get(0)))
              .at(places.get(i))
              .about(value.toPlainString())
              .hint(
                  "ใช้ตัวเลขเดียวกันทุกแห่ง และตรวจกับผลที่ประกาศ",
                  "use one number throughout, the one that was published"));
    }
  }

  private static int line(Source source) {
    return source.line();
  }

  private void ratings() {
    if (results.rating() == null) {
      return;
    }
    for (ScoreReport.Statement statement : report.statements()) {
      if (statement.rating() == null || fits(statement)) {
        continue;
      }
      findings.add(
          Finding.of(
                  Rule.ITA_RATING,
                  "ระดับเขียนว่า \""
                      + statement.rating()
                      + "\" แต่คะแนนในรายงานอยู่ในระดับ \""
                      + results.rating().name()
                      + "\"",
                  "the rating is stated as '"
                      + statement.rating()
                      + "', the scores give '"
                      + results.rating().name()
                      + "'")
              .as(results.sure() ? surely(results.rating().confidence()) : Severity.WARNING)
              .at(statement.ratingAt())
              .about(statement.rating())
              .hint(
                  "ตรวจระดับกับผลที่ประกาศ คะแนนของทุกแบบวัดมีผลต่อระดับด้วย",
                  "check it with the result; every instrument counts for the rating, too"));
    }
  }

  /** Whether the rating fits the computed total, or the one beside which it stands. */
  private boolean fits(ScoreReport.Statement statement) {
    if (Folding.key(statement.rating()).equals(Folding.key(results.rating().name()))) {
      return true;
    }
    if (!results.sure() && possible(statement.rating())) {
      return true;
    }
    // A total that is wrong has its own finding; its rating may well be right for it.
    return report
            .statedTotal()
            .filter(total -> !Scores.near(total, results.total().orElseThrow(), ROUNDED))
            .isPresent()
        && catalog.ratings().stream()
            .filter(rating -> rating.name().equals(statement.rating()))
            .anyMatch(rating -> report.statedTotal().orElseThrow().doubleValue() >= rating.from());
  }

  /** Whether a total alone, of which the instruments are not all known, allows a rating. */
  private boolean possible(String rating) {
    double total = Scores.rounded(results.total().orElseThrow()).doubleValue();
    Optional<Catalog.Rating> certain =
        catalog.ratings().stream()
            .filter(one -> one.everyInstrument() == null && total >= one.from())
            .findFirst();
    return catalog.ratings().stream()
        .filter(one -> one.name().equals(rating) && total >= one.from())
        .anyMatch(one -> one.everyInstrument() != null || certain.filter(one::equals).isPresent());
  }

  private void instruments() {
    for (Results.Part part : results.instruments()) {
      if (part.stated() != null
          && part.computed() != null
          && !Scores.near(part.stated(), part.computed(), ROUNDED)) {
        Source at = report.instrument(part.id()).orElseThrow().at();
        mean(
            at,
            part.stated(),
            part.computed(),
            part.id(),
            part.id(),
            scheme.indicatorsOf(part.id()).size(),
            Severity.ERROR);
      }
    }
  }

  private void mean(
      Source at,
      BigDecimal stated,
      BigDecimal computed,
      String th,
      String en,
      int rows,
      Severity severity) {
    findings.add(
        Finding.of(
                Rule.ITA_MEAN,
                th
                    + " เขียนว่า "
                    + stated
                    + " แต่ค่าเฉลี่ยของ "
                    + rows
                    + " รายการที่แสดงคือ "
                    + Scores.shown(computed),
                en
                    + " is stated as "
                    + stated
                    + ", the mean of its "
                    + rows
                    + " scores is "
                    + Scores.shown(computed))
            .as(severity)
            .at(at)
            .about(stated.toPlainString())
            .hint(
                "ตรวจคะแนนรายข้อและค่าเฉลี่ยกับผลในระบบ ITAS แล้วแก้ตัวที่ผิด",
                "check the scores and the mean with ITAS and mend the wrong one"));
  }

  private void indicatorTwice() {
    Map<Integer, ScoreReport.Indicator> first = new TreeMap<>();
    for (ScoreReport.Indicator indicator : report.indicators()) {
      ScoreReport.Indicator other = first.putIfAbsent(indicator.number(), indicator);
      if (other != null && other.score().compareTo(indicator.score()) != 0) {
        twoValues(
            List.of(other.score(), indicator.score()),
            List.of(other.at(), indicator.at()),
            "คะแนนตัวชี้วัดที่ " + indicator.number(),
            "indicator " + indicator.number());
      }
    }
  }

  private void indicatorNames() {
    for (ScoreReport.Indicator indicator : report.indicators()) {
      Optional<Scheme.Indicator> right = scheme.indicator(indicator.number());
      if (indicator.name() == null || indicator.name().isBlank() || right.isEmpty()) {
        continue;
      }
      nameOf(indicator.number(), indicator.name(), indicator.at(), scheme, findings, true);
    }
  }

  /** Reports a name that is not the indicator's own; an unknown one only where it must be one. */
  static void nameOf(
      int number, String name, Source at, Scheme scheme, Findings findings, boolean alone) {
    Scheme.Indicator right = scheme.indicator(number).orElseThrow();
    String key = Folding.key(name);
    if (DraftReader.names(right).stream().anyMatch(own -> key.startsWith(own))
        || DraftReader.byName(name, scheme).filter(right::equals).isPresent()) {
      return;
    }
    Optional<Scheme.Indicator> other =
        scheme.indicators().stream()
            .filter(indicator -> DraftReader.names(indicator).stream().anyMatch(key::startsWith))
            .findFirst();
    if (other.isEmpty() && !alone) {
      return;
    }
    String th =
        "ตัวชี้วัดที่ "
            + number
            + " เขียนชื่อว่า \""
            + name
            + "\" ชื่อของตัวชี้วัดนี้คือ \""
            + right.name()
            + "\"";
    findings.add(
        Finding.of(
                Rule.ITA_INDICATOR_NAME,
                other
                    .map(named -> th + " ส่วนชื่อที่เขียนเป็นของตัวชี้วัดที่ " + named.number())
                    .orElse(th),
                "indicator "
                    + number
                    + " is called '"
                    + name
                    + "', its name is '"
                    + right.name()
                    + "'")
            .at(at)
            .about(name)
            .hint(
                "แก้ชื่อหรือเลขให้ตรงกัน และตรวจว่าคะแนนเป็นของตัวชี้วัดใด",
                "make name and number agree, and see whose the score is"));
  }

  private Map<String, ScoreReport.Question> firstOfEach() {
    Map<String, ScoreReport.Question> first = new LinkedHashMap<>();
    report.scoredQuestions().forEach(question -> first.putIfAbsent(question.id(), question));
    return first;
  }

  private void indicatorMeans() {
    Map<String, ScoreReport.Question> questions = firstOfEach();
    Set<Integer> seen = new HashSet<>();
    for (ScoreReport.Indicator indicator : report.indicators()) {
      List<String> ids =
          scheme.indicator(indicator.number()).map(Scheme.Indicator::questions).orElse(List.of());
      List<BigDecimal> scores =
          ids.stream().filter(questions::containsKey).map(id -> questions.get(id).score()).toList();
      boolean all = scores.size() == ids.size();
      // One question may be left out; what it would have to score then tells whether it can be.
      boolean one = scores.size() == ids.size() - 1 && scores.size() >= FEWEST_LISTED;
      if (ids.isEmpty() || !(all || one) || !seen.add(indicator.number())) {
        continue;
      }
      BigDecimal mean = Scores.mean(scores).orElseThrow();
      if (!Scores.near(indicator.score(), mean, ROUNDED)) {
        mean(
            indicator.at(),
            indicator.score(),
            mean,
            "คะแนนตัวชี้วัดที่ " + indicator.number(),
            "indicator " + indicator.number(),
            scores.size(),
            all ? surely(scheme.confidence()) : Severity.WARNING);
      }
    }
  }

  /** Full marks for every item listed, and yet not for the indicator. */
  private void disclosure() {
    List<ScoreReport.Question> items =
        report.scoredQuestions().stream()
            .filter(question -> question.id().startsWith("O"))
            .toList();
    boolean full = items.stream().allMatch(item -> item.score().compareTo(Scores.HUNDRED) == 0);
    Set<String> listed = new HashSet<>();
    items.forEach(item -> listed.add(item.id()));
    for (ScoreReport.Indicator indicator : report.indicators()) {
      long of =
          catalog.items().stream()
              .filter(item -> listed.contains(item.code().toString()))
              .filter(item -> isOf(indicator.number(), item.code()))
              .count();
      if (full && of >= 3 && indicator.score().compareTo(Scores.HUNDRED) < 0) {
        findings.add(
            Finding.of(
                    Rule.ITA_MEAN,
                    "ตัวชี้วัดที่ "
                        + indicator.number()
                        + " ได้ "
                        + indicator.score()
                        + " แต่ข้อ OIT ที่แสดงได้ 100 ทุกข้อ จึงไม่เห็นว่าเสียคะแนนที่ข้อใด",
                    "indicator "
                        + indicator.number()
                        + " has "
                        + indicator.score()
                        + ", yet every item listed has 100: the one that lost is not shown")
                .as(Severity.WARNING)
                .at(indicator.at())
                .about(indicator.score().toPlainString())
                .hint("แสดงข้อที่ไม่ได้คะแนนเต็ม พร้อมเหตุผล", "show the item that lost, and why"));
      }
    }
  }

  private boolean isOf(int indicator, ItemCode code) {
    return catalog
        .placeOf(code)
        .filter(place -> place.indicator().id().equals(Integer.toString(indicator)))
        .isPresent();
  }

  private void issueMeans() {
    for (ScoreReport.Score stated : report.issues()) {
      Optional<Results.IssueMean> computed =
          results.issues().stream()
              .filter(issue -> Integer.toString(issue.number()).equals(stated.id()))
              .filter(issue -> issue.rows() >= FEWEST_LISTED)
              .findFirst();
      if (computed.isEmpty()) {
        continue;
      }
      BigDecimal mean = computed.get().mean();
      if (!Scores.near(stated.value(), mean, ROUNDED)) {
        mean(
            stated.at(),
            stated.value(),
            mean,
            "คะแนนเฉลี่ยของประเด็นที่ " + stated.id(),
            "issue " + stated.id(),
            computed.get().rows(),
            computed.get().listed() ? Severity.ERROR : surely(scheme.confidence()));
      } else if (cutOff(stated.value(), mean)) {
        findings.add(
            Finding.of(
                    Rule.ITA_ROUNDING,
                    "คะแนนเฉลี่ย "
                        + stated.value()
                        + " ถูกตัดทศนิยม ปัดเศษแล้วคือ "
                        + Scores.shown(mean),
                    "the mean "
                        + stated.value()
                        + " was cut off; rounded it is "
                        + Scores.shown(mean))
                .at(stated.at())
                .about(stated.value().toPlainString())
                .hint(
                    "ปัดเศษทศนิยมตำแหน่งที่สามแบบเดียวกันทั้งรายงาน",
                    "round the third place, everywhere alike"));
      }
    }
  }

  private static boolean cutOff(BigDecimal stated, BigDecimal mean) {
    return Scores.near(stated, mean.setScale(2, RoundingMode.DOWN), EXACT)
        && !Scores.near(stated, Scores.rounded(mean), EXACT);
  }

  private void questionsTwice() {
    Map<String, ScoreReport.Question> first = new LinkedHashMap<>();
    Map<String, List<ScoreReport.Question>> others = new LinkedHashMap<>();
    for (ScoreReport.Question question : report.scoredQuestions()) {
      ScoreReport.Question known = first.putIfAbsent(question.id(), question);
      if (known != null && known.score().compareTo(question.score()) != 0) {
        others.computeIfAbsent(question.id(), key -> new ArrayList<>()).add(question);
      }
    }
    others.forEach(
        (id, again) ->
            findings.add(
                Finding.of(
                        Rule.ITA_QUESTION,
                        "ข้อ "
                            + id
                            + " เขียนคะแนน "
                            + again.get(0).score()
                            + " แต่บรรทัด "
                            + line(first.get(id).at())
                            + " เขียนว่า "
                            + first.get(id).score(),
                        id
                            + " has "
                            + again.get(0).score()
                            + " here and "
                            + first.get(id).score()
                            + " in line "
                            + line(first.get(id).at()))
                    .at(again.get(0).at())
                    .about(id)
                    .hint(
                        "คำถามเดียวกันมีคะแนนเดียว ตรวจว่าคัดลอกคำถามมาผิดข้อหรือไม่",
                        "a question has one score; see whether another belongs here")));
  }

  /** A number left out between the first and the last of its kind. */
  private void questionsLeftOut() {
    for (String letter : List.of("i", "e")) {
      TreeMap<Integer, ScoreReport.Question> listed = new TreeMap<>();
      for (ScoreReport.Question question : report.scoredQuestions()) {
        if (question.id().startsWith(letter)) {
          listed.putIfAbsent(Integer.parseInt(question.id().substring(1)), question);
        }
      }
      // A report that picks out a few questions leaves out nothing by accident.
      if (listed.size() < 5 || listed.lastKey() - listed.size() > 2) {
        continue;
      }
      for (int number = 1; number < listed.lastKey(); number++) {
        if (!listed.containsKey(number)) {
          String id = letter + number;
          findings.add(
              Finding.of(
                      Rule.ITA_QUESTION,
                      "ไม่มีคะแนนข้อ " + id + " ทั้งที่มีข้ออื่นครบ",
                      "there is no score for " + id + ", though there is for all around it")
                  .as(Severity.WARNING)
                  .at(listed.higherEntry(number).getValue().at())
                  .about(id)
                  .hint("เพิ่มคะแนนข้อที่ขาด", "add the score that is missing"));
        }
      }
    }
  }

  private void unanswered() {
    for (Results.Rank weak : results.weak()) {
      boolean analysed =
          report.analysis().stream()
              .anyMatch(one -> Results.concerns(weak.number(), one.about(), catalog, scheme));
      boolean answered =
          !Results.answersTo(weak.number(), report, catalog, scheme).isEmpty()
              || report.analysis().stream()
                  .filter(one -> Results.concerns(weak.number(), one.about(), catalog, scheme))
                  .flatMap(one -> one.measures().stream())
                  .anyMatch(id -> report.measures().stream().anyMatch(m -> m.id().equals(id)));
      if (analysed && answered) {
        continue;
      }
      String th = analysed ? "มาตรการ" : answered ? "การวิเคราะห์" : "การวิเคราะห์และมาตรการ";
      String en = analysed ? "measure" : answered ? "analysis" : "analysis and measure";
      findings.add(unanswered(weak, th, en).at(report.indicator(weak.number()).orElseThrow().at()));
    }
    Set<String> ids = new HashSet<>();
    report.measures().forEach(measure -> ids.add(measure.id()));
    for (ScoreReport.Analysis analysis : report.analysis()) {
      for (String id : analysis.measures()) {
        if (!ids.contains(id)) {
          findings.add(
              Finding.of(
                      Rule.ITA_NO_MEASURE,
                      "การวิเคราะห์อ้างมาตรการ \"" + id + "\" ซึ่งไม่มีในรายงาน",
                      "the analysis names the measure '" + id + "', which there is not")
                  .at(analysis.at())
                  .about(id)
                  .hint("แก้รหัสมาตรการ หรือเพิ่มมาตรการนั้น", "mend the id, or add the measure"));
        }
      }
    }
  }

  /** A finding about a weak indicator that nothing answers. */
  static Finding unanswered(Results.Rank weak, String th, String en) {
    return Finding.of(
            Rule.ITA_NO_MEASURE,
            "ตัวชี้วัดที่ "
                + weak.number()
                + " "
                + weak.name()
                + " ได้ "
                + weak.score()
                + " ต่ำกว่าเกณฑ์ แต่ไม่มี"
                + th,
            "indicator "
                + weak.number()
                + " has "
                + weak.score()
                + ", below the pass mark, and no "
                + en)
        .about(Integer.toString(weak.number()))
        .hint(
            "เพิ่มข้อค้นพบและมาตรการอย่างน้อยหนึ่งข้อสำหรับตัวชี้วัดนี้",
            "add a finding and at least one measure for it");
  }

  private void incomplete() {
    for (ScoreReport.Measure measure : report.measures()) {
      List<String> th = new ArrayList<>();
      List<String> en = new ArrayList<>();
      lacking(measure.steps().isEmpty(), "ขั้นตอน (steps)", "steps", th, en);
      lacking(measure.lead() == null, "ผู้รับผิดชอบ (lead)", "lead", th, en);
      lacking(measure.period() == null, "ระยะเวลา (period)", "period", th, en);
      lacking(measure.followUp() == null, "การกำกับติดตาม (follow_up)", "follow_up", th, en);
      if (!th.isEmpty()) {
        findings.add(
            Finding.of(
                    Rule.ITA_COLUMNS,
                    "มาตรการ \"" + measure.name() + "\" ขาด" + String.join(", ", th),
                    "the measure '" + measure.name() + "' lacks " + String.join(", ", en))
                .at(measure.at())
                .about(measure.id())
                .hint("กรอกให้ครบทุกช่อง", "fill in all of them"));
      }
    }
  }

  private static void lacking(
      boolean lacks, String th, String en, List<String> allTh, List<String> allEn) {
    if (lacks) {
      allTh.add(th);
      allEn.add(en);
    }
  }

  /** A finding that points at a question of which no score is given. */
  private void unsupported() {
    Set<String> scored = firstOfEach().keySet();
    for (ScoreReport.Analysis analysis : report.analysis()) {
      ScoreReport.About about = analysis.about();
      boolean rests =
          about.indicators().stream().anyMatch(number -> report.indicator(number).isPresent())
              || !about.instruments().isEmpty()
              || about.questions().stream().anyMatch(scored::contains)
              || about.items().stream().anyMatch(code -> scored.contains(code.toString()))
              || about.issues().stream()
                  .anyMatch(
                      issue -> results.issues().stream().anyMatch(mean -> mean.number() == issue));
      if (!rests && analysis.finding().codePoints().noneMatch(Character::isDigit)) {
        findings.add(
            Finding.of(
                    Rule.ITA_NO_SCORE,
                    "ข้อค้นพบนี้ไม่มีคะแนนที่อ้างอิงได้",
                    "this finding rests on no score")
                .at(analysis.at())
                .hint(
                    "ระบุตัวชี้วัด คำถาม หรือข้อที่มีคะแนนอยู่ใน scores",
                    "name an indicator, question or item whose score is given"));
      }
    }
  }

  /** Years that the report says it compares, and of which there is nothing to show. */
  static void chart(ScoreReport report, Set<FiscalYear> known, Findings findings) {
    List<String> empty =
        report.chart().stream()
            .filter(year -> !known.contains(year))
            .map(FiscalYear::toString)
            .toList();
    if (!empty.isEmpty() || report.chart().size() == 1) {
      String years = String.join(", ", empty);
      findings.add(
          Finding.of(
                  Rule.ITA_LIST,
                  empty.isEmpty()
                      ? "กราฟเปรียบเทียบมีปีเดียว"
                      : "กราฟเปรียบเทียบไม่มีคะแนนของปี " + years,
                  empty.isEmpty()
                      ? "a chart over years that shows only one"
                      : "the chart has no score of " + years)
              .at(Source.of(report.file()))
              .about(years.isEmpty() ? null : years)
              .hint(
                  "เพิ่ม content/ita/ปี.yml ของปีนั้น หรือลบปีออกจาก chart",
                  "add content/ita/YEAR.yml for them, or take them out of chart"));
    }
  }
}
