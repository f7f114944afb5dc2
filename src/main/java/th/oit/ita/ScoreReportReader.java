package th.oit.ita;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.DataTable;
import th.oit.source.Fields;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.FiscalYear;
import th.oit.text.Folding;
import th.oit.text.ItemCode;
import th.oit.text.ThaiDigits;
import th.oit.text.Words;

/** Reads {@code content/ita/YEAR.yml}. Thread-safe. */
public final class ScoreReportReader {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final Words A_SCORE =
      Words.of("ต้องเป็นคะแนน 0–100 เช่น 84.27", "expected a score from 0 to 100, such as 84.27");
  private static final Words A_YEAR =
      Words.of("ต้องเป็นปีงบประมาณ พ.ศ. เช่น 2567", "expected a fiscal year such as 2567");
  private static final Pattern QUESTION = Pattern.compile("([ie])(?:it)?0?([1-9]\\d?)");
  private static final Pattern INSTRUMENT =
      Pattern.compile("(iit|oit|eit)(?:ส่วนที่|part)?([12])?");
  private static final Pattern SUB_INDICATOR = Pattern.compile("\\d{1,2}\\.\\d{1,2}");
  private static final Pattern INDICATOR = Pattern.compile("(?:ตัวชี้วัด(?:ที่)?)?(\\d{1,2})");
  private static final Pattern ISSUE = Pattern.compile("(?:ประเด็น(?:ที่)?|issue)(\\d{1,2})");
  private static final Set<String> TOTAL = Set.of("รวม", "คะแนนรวม", "คะแนนภาพรวม", "total");

  private ScoreReportReader() {}

  /**
   * Reads a report.
   *
   * @param tables opens a table of scores that the report names, by its path relative to the
   *     report's own folder and, for a workbook, its sheet (null for the first)
   * @throws UnusableInput with everything in it that cannot be used
   */
  public static ScoreReport read(SourceText source, Tables tables) {
    Findings findings = new Findings();
    ScoreReport report = new Reading(source.file(), findings, tables).report(source);
    if (!findings.isEmpty()) {
      throw new UnusableInput(findings.sorted());
    }
    return report;
  }

  /** Opens the tables that a report names. */
  @FunctionalInterface
  public interface Tables {
    /**
     * The table of a file beside the report.
     *
     * @throws UnusableInput when there is no such file, or it cannot be read
     */
    DataTable open(String file, String sheet);
  }

  /** One reading of one file. */
  private static final class Reading {
    private final String file;
    private final Findings findings;
    private final Tables tables;
    private final List<ScoreReport.Statement> statements = new ArrayList<>();
    private final List<ScoreReport.Score> instruments = new ArrayList<>();
    private final List<ScoreReport.Indicator> indicators = new ArrayList<>();
    private final List<ScoreReport.Score> subIndicators = new ArrayList<>();
    private final List<ScoreReport.Question> questions = new ArrayList<>();
    private final List<ScoreReport.Score> issues = new ArrayList<>();

    Reading(String file, Findings findings, Tables tables) {
      this.file = file;
      this.findings = findings;
      this.tables = tables;
    }

    ScoreReport report(SourceText source) {
      Fields fields = Fields.of(YamlReader.read(source), findings);
      fields.require("year");
      FiscalYear year =
          fields.parsed("year", FiscalYear::parse, A_YEAR).orElse(new FiscalYear(2567));
      FiscalYear measuresYear =
          fields
              .parsed("measures_year", FiscalYear::parse, A_YEAR)
              .orElse(new FiscalYear(year.number() + 1));
      String title = fields.text("title").orElse(null);
      fields.list("stated").forEach(this::statement);
      List<ScoreReport.Target> targets = new ArrayList<>();
      for (Fields target : fields.list("targets")) {
        targets.add(
            new ScoreReport.Target(
                target.requiredText("what"),
                value(target, "value").orElse(null),
                target.text("source").orElse(null),
                target.at("value")));
        target.require("value");
        target.refuseOthers();
      }
      fields.fields("scores").ifPresent(this::scores);
      List<FiscalYear> chart = new ArrayList<>();
      for (YamlNode.Scalar scalar : fields.scalars("chart")) {
        FiscalYear.parse(scalar.text())
            .or(() -> fields.refuse(scalar, A_YEAR.th(), A_YEAR.en()))
            .ifPresent(chart::add);
      }
      List<ScoreReport.Analysis> analysis =
          fields.list("analysis").stream().map(this::analysis).toList();
      List<ScoreReport.Measure> measures = measures(fields, "measures", "m");
      List<String> constraints = fields.texts("constraints");
      List<ScoreReport.Measure> lastYear = measures(fields, "last_year", "l");
      fields.refuseOthers();
      return new ScoreReport(
          file,
          year,
          measuresYear,
          title,
          statements,
          targets,
          instruments,
          indicators,
          subIndicators,
          questions,
          issues,
          chart,
          analysis,
          measures,
          constraints,
          lastYear);
    }

    private void statement(Fields fields) {
      statements.add(
          new ScoreReport.Statement(
              value(fields, "total").orElse(null),
              fields.at("total"),
              fields.text("rating").orElse(null),
              fields.at("rating"),
              fields.text("where").orElse(null),
              fields.at()));
      fields.refuseOthers();
    }

    private void scores(Fields fields) {
      Optional<String> table = fields.text("file");
      Optional<String> sheet = fields.text("sheet");
      if (table.isPresent()) {
        new ScoreTable(tables.open(table.get(), sheet.orElse(null))).read();
      }
      for (Fields one : fields.list("instruments")) {
        String id = one.requiredText("id");
        id(one, instrumentId(id), "IIT, EIT, EIT1, EIT2, OIT")
            .ifPresent(read -> score(one, read).ifPresent(instruments::add));
      }
      for (Fields one : fields.list("indicators")) {
        indicator(one);
      }
      for (Fields one : fields.list("sub_indicators")) {
        String id = one.requiredText("id");
        id(one, Optional.of(id).filter(SUB_INDICATOR.asMatchPredicate()), "'9.1'")
            .ifPresent(read -> score(one, read).ifPresent(subIndicators::add));
      }
      for (Fields one : fields.list("questions")) {
        String id = one.requiredText("id");
        int issue = one.integer("issue").orElse(0);
        String text = one.text("text").orElse(null);
        BigDecimal value = value(one, "score").orElse(null);
        id(one, questionId(id), "i1, e1, O1")
            .ifPresent(
                read ->
                    questions.add(
                        new ScoreReport.Question(
                            read,
                            issue,
                            text,
                            value,
                            one.has("score") ? one.at("score") : one.at("id"))));
        one.refuseOthers();
      }
      for (Fields one : fields.list("issues")) {
        Optional<Integer> id = one.integer("id");
        one.require("id");
        id.ifPresent(read -> score(one, Integer.toString(read)).ifPresent(issues::add));
      }
      fields.refuseOthers();
    }

    private void indicator(Fields one) {
      one.require("id");
      Optional<Integer> number = one.integer("id");
      String name = one.text("name").orElse(null);
      Map<String, BigDecimal> parts = new LinkedHashMap<>();
      one.fields("parts")
          .ifPresent(
              fields -> {
                for (String part : fields.names()) {
                  value(fields, part).ifPresent(score -> parts.put(part, score));
                }
              });
      Optional<BigDecimal> score = value(one, "score").or(() -> mean(parts));
      if (parts.isEmpty()) {
        one.require("score");
      }
      one.refuseOthers();
      if (number.isPresent() && score.isPresent()) {
        indicators.add(
            new ScoreReport.Indicator(number.get(), name, score.get(), parts, one.at("score")));
      }
    }

    private Optional<ScoreReport.Score> score(Fields one, String id) {
      String name = one.text("name").orElse(null);
      one.require("score");
      Optional<BigDecimal> value = value(one, "score");
      // Asked for already, so that it is no stranger to what follows.
      one.has("id");
      one.refuseOthers();
      return value.map(score -> new ScoreReport.Score(id, name, score, one.at("score")));
    }

    private Optional<BigDecimal> value(Fields fields, String key) {
      return fields.parsed(key, ScoreReportReader::scoreOf, A_SCORE);
    }

    private Optional<String> id(Fields fields, Optional<String> id, String expected) {
      if (id.isEmpty() && fields.has("id")) {
        fields
            .node("id")
            .ifPresent(
                node -> fields.refuse(node, "ต้องเป็นแบบ " + expected, "expected " + expected));
        for (String key : List.of("name", "score")) {
          fields.has(key);
        }
        fields.refuseOthers();
      }
      return id;
    }

    private ScoreReport.Analysis analysis(Fields fields) {
      fields.require("kind");
      ScoreReport.Analysis read =
          new ScoreReport.Analysis(
              fields.choice("kind", ScoreReport.Kind.class).orElse(ScoreReport.Kind.IMPROVE),
              about(fields),
              fields.requiredText("finding"),
              fields.texts("measures"),
              fields.at());
      fields.refuseOthers();
      return read;
    }

    private List<ScoreReport.Measure> measures(Fields fields, String key, String prefix) {
      List<ScoreReport.Measure> measures = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (Fields one : fields.list(key)) {
        String id = one.text("id").orElse(prefix + (measures.size() + 1));
        if (!ids.add(id)) {
          findings.add(
              Finding.of(
                      Rule.SOURCE_KEY,
                      "มาตรการ \"" + id + "\" ซ้ำกัน",
                      "two measures have the id '" + id + "'")
                  .at(one.at("id"))
                  .about(id));
        }
        measures.add(
            new ScoreReport.Measure(
                id,
                one.requiredText("measure"),
                one.text("details").orElse(null),
                about(one),
                one.texts("steps"),
                one.text("lead").orElse(null),
                one.texts("support"),
                one.text("period").orElse(null),
                one.text("follow_up").orElse(null),
                one.list("evidence").stream().map(Reading::proof).toList(),
                one.choice("state", ScoreReport.State.class).orElse(null),
                one.text("result").orElse(null),
                one.text("outcome").orElse(null),
                one.at()));
        one.refuseOthers();
      }
      return measures;
    }

    private static ScoreReport.Proof proof(Fields fields) {
      ScoreReport.Proof proof =
          new ScoreReport.Proof(
              fields.requiredText("file"),
              fields.requiredText("title"),
              fields.date("date").orElse(null),
              fields.at("file"));
      fields.refuseOthers();
      return proof;
    }

    private ScoreReport.About about(Fields fields) {
      return new ScoreReport.About(
          parsed(fields, "instruments", ScoreReportReader::instrumentId, "IIT, EIT1, OIT"),
          parsed(fields, "indicators", ScoreReportReader::number, "1–10"),
          parsed(fields, "issues", ScoreReportReader::number, "1–7"),
          parsed(fields, "questions", ScoreReportReader::questionId, "i20, e4"),
          parsed(fields, "items", ItemCode::parse, "O18"));
    }

    private <T> List<T> parsed(
        Fields fields, String key, Function<String, Optional<T>> parser, String expected) {
      List<T> values = new ArrayList<>();
      for (YamlNode.Scalar scalar : fields.scalars(key)) {
        parser
            .apply(scalar.text().strip())
            .or(() -> fields.refuse(scalar, "ต้องเป็นแบบ " + expected, "expected " + expected))
            .ifPresent(values::add);
      }
      return values;
    }

    /** Scores that stand in a table instead of in the report. */
    private final class ScoreTable {
      private final DataTable table;
      private final int id;
      private final int name;
      private final int score;
      private final int issue;

      ScoreTable(DataTable table) {
        this.table = table;
        this.id = column("รหัส", "id", "ข้อ");
        this.name = column("ชื่อ", "name", "รายการ");
        this.score = column("คะแนน", "score");
        this.issue = column("ประเด็น", "issue");
      }

      private int column(String... labels) {
        for (int i = 0; i < table.columns().size(); i++) {
          for (String label : labels) {
            if (Folding.key(table.columns().get(i)).equals(Folding.key(label))) {
              return i;
            }
          }
        }
        return -1;
      }

      void read() {
        if (id < 0 || score < 0) {
          findings.add(
              Finding.of(
                      Rule.SOURCE_TABLE,
                      "ตารางคะแนนต้องมีคอลัมน์ \"รหัส\" และ \"คะแนน\"",
                      "a table of scores needs the columns 'รหัส' (or id) and 'คะแนน' (or score)")
                  .at(Source.of(table.file())));
          return;
        }
        for (DataTable.Row row : table.rows()) {
          row(row);
        }
      }

      private void row(DataTable.Row row) {
        String code = row.cells().get(id).strip();
        String written = row.cells().get(score).strip();
        if (code.isEmpty() && written.isEmpty()) {
          return;
        }
        Source at = new Source(table.file(), row.line(), 0);
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
          Optional<String> part = instrumentId(table.columns().get(i));
          Optional<BigDecimal> value = scoreOf(row.cells().get(i));
          if (part.isPresent() && value.isPresent()) {
            parts.put(part.get(), value.get());
          }
        }
        Optional<BigDecimal> value =
            written.isEmpty() && !parts.isEmpty() ? mean(parts) : scoreOf(written);
        if (value.isEmpty()) {
          refuse(at, written, A_SCORE);
          return;
        }
        String label = name < 0 || row.cells().get(name).isBlank() ? null : row.cells().get(name);
        add(code, label, value.get(), parts, row, at);
      }

      private void add(
          String code,
          String label,
          BigDecimal value,
          Map<String, BigDecimal> parts,
          DataTable.Row row,
          Source at) {
        String key = Folding.key(code);
        Matcher ofIssue = ISSUE.matcher(key);
        Matcher ofIndicator = INDICATOR.matcher(key);
        Optional<String> instrument = instrumentId(code);
        Optional<String> question = questionId(code);
        if (TOTAL.contains(key)) {
          statements.add(new ScoreReport.Statement(value, at, null, at, null, at));
        } else if (instrument.isPresent()) {
          instruments.add(new ScoreReport.Score(instrument.get(), label, value, at));
        } else if (SUB_INDICATOR.matcher(key).matches()) {
          subIndicators.add(new ScoreReport.Score(key, label, value, at));
        } else if (ofIssue.matches()) {
          issues.add(new ScoreReport.Score(ofIssue.group(1), label, value, at));
        } else if (ofIndicator.matches()) {
          int number = Integer.parseInt(ofIndicator.group(1));
          indicators.add(new ScoreReport.Indicator(number, label, value, parts, at));
        } else if (question.isPresent()) {
          int group = issue < 0 ? 0 : ScoreReportReader.number(row.cells().get(issue)).orElse(0);
          questions.add(new ScoreReport.Question(question.get(), group, label, value, at));
        } else {
          refuse(
              at,
              code,
              Words.of(
                  "ต้องเป็น IIT, EIT1, OIT, เลขตัวชี้วัด, 9.1, i1, e1, O1, ประเด็น 1 หรือ รวม",
                  "expected IIT, EIT1, OIT, an indicator's number, 9.1, i1, e1, O1, issue 1 or"
                      + " total"));
        }
      }

      private void refuse(Source at, String written, Words why) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "\"" + written + "\" ใช้ไม่ได้: " + why.th(),
                    "'" + written + "' cannot be used: " + why.en())
                .at(at)
                .about(written));
      }
    }
  }

  /** A score in either digits; empty when it is none, or not from 0 to 100. */
  static Optional<BigDecimal> scoreOf(String text) {
    String plain = ThaiDigits.toArabic(text.strip());
    if (!plain.matches("\\d{1,3}(\\.\\d{1,6})?")) {
      return Optional.empty();
    }
    BigDecimal score = new BigDecimal(plain);
    return score.compareTo(HUNDRED) > 0 ? Optional.empty() : Optional.of(score);
  }

  private static Optional<BigDecimal> mean(Map<String, BigDecimal> parts) {
    return Scores.mean(parts.values());
  }

  private static Optional<Integer> number(String text) {
    String plain = ThaiDigits.toArabic(text.strip());
    return plain.matches("[1-9]\\d?") ? Optional.of(Integer.parseInt(plain)) : Optional.empty();
  }

  /** {@code i1}, {@code e12}, or {@code O7} for an item. */
  static Optional<String> questionId(String text) {
    String key = ThaiDigits.toArabic(text.strip()).toLowerCase(Locale.ROOT);
    Matcher matcher = QUESTION.matcher(key);
    return matcher.matches()
        ? Optional.of(matcher.group(1) + matcher.group(2))
        : ItemCode.parse(text).map(ItemCode::toString);
  }

  /** {@code IIT}, {@code EIT}, {@code EIT1}, {@code EIT2} or {@code OIT}. */
  static Optional<String> instrumentId(String text) {
    Matcher matcher = INSTRUMENT.matcher(Folding.key(text).replace("(", "").replace(")", ""));
    return matcher.matches()
        ? Optional.of(
            matcher.group(1).toUpperCase(Locale.ROOT)
                + (matcher.group(2) == null ? "" : matcher.group(2)))
        : Optional.empty();
  }
}
