package th.oit.ita;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.catalog.Catalog;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.Folding;
import th.oit.text.ItemCode;
import th.oit.text.NearMatch;

/**
 * Finds the scores that a text states: totals and ratings, instruments, indicators, questions,
 * items, means of issues and targets.
 *
 * <p>A text says these things in many ways, so what is read is what stands in a usual one: a number
 * beside its label in a row or a sentence. What is not recognised is not judged.
 */
final class DraftReader {
  /** A score within a text; not part of a longer number. */
  private static final String SCORE =
      "(?<![\\d.])(?<!ข้อ\\s{0,2})(\\d{1,3}(?:\\.\\d{1,2})?)(?![\\d]|\\.\\d)";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?");
  private static final Pattern OVERALL =
      Pattern.compile("คะแนน(?:ใน)?ภาพรวม[^\\d]{0,80}?" + SCORE + "(?!\\s*คะแนนขึ้นไป)");
  private static final Pattern WITH_RATING =
      Pattern.compile(
          "(?:มีคะแนน|ได้คะแนน|ผลคะแนน|คะแนนรวม|ได้)\\s*"
              + SCORE
              + "\\s*คะแนน[\\s,]*(?:และ)?\\s*(?:อยู่)?(?:ใน)?ระดับ");
  private static final Pattern RATING =
      Pattern.compile("(?:อยู่ในระดับ|ระดับผลการประเมิน(?:อยู่ที่)?\\s*:?)\\s*([^\\s\\d,.)]+)");
  private static final Pattern OF_INSTRUMENT =
      Pattern.compile(
          "(IIT|EIT|OIT)\\s*\\)\\s*(?:ส่วนที่\\s*([12]))?[^\\d]{0,40}?" + SCORE + "\\s*คะแนน");
  private static final Pattern NUMBERED_INDICATOR =
      Pattern.compile("(?:ตัวชี้วัดที่\\s*)?(\\d{1,2})[.)]?\\s+(\\D{4,90}?)");
  private static final Pattern INDICATOR_IN_TEXT =
      Pattern.compile(
          "ตัวชี้วัดที่\\s*(\\d{1,2})\\s*([ก-๎\\s]{0,60}?)(?:\\([A-Z]+\\))?\\s*"
              + "(?:(?:มีผล|ได้|มี)?คะแนน[^\\d(]{0,20}?)?"
              + SCORE
              + "\\s*คะแนน");
  private static final Pattern INDICATOR_CELL =
      Pattern.compile("(\\d{1,2})[.)]\\s*(\\D{4,60}?)\\s+" + SCORE + "\\s*คะแนน");
  private static final Pattern QUESTION_CELL =
      Pattern.compile("([iIeEoO])\\s?(\\d{1,2})(?!\\d)[\\s.:]+(\\D.{2,})");
  private static final Pattern QUESTION_IN_TEXT =
      Pattern.compile("ข้อ\\s*([iIeE])\\s?(\\d{1,2})\\s*(?:ได้)?คะแนน\\s*" + SCORE);
  private static final Pattern ISSUE = Pattern.compile("ประเด็น(?:ที่)?\\s*(\\d{1,2})\\s*(.*)");
  private static final Pattern MEAN =
      Pattern.compile("คะแนนเฉลี่ย\\s*(?:น้อยกว่า|อยู่ที่|เท่ากับ|รวม)?\\s*" + SCORE);
  private static final Pattern TOTAL_LABEL =
      Pattern.compile("(?:คะแนน)?(?:เฉลี่ย|รวม|ภาพรวม|เฉลี่ยรวม|รวมเฉลี่ย)(?:ทั้งหมด|ทั้งสิ้น)?");
  private static final Pattern TARGET =
      Pattern.compile("ผ่านเกณฑ์[^\\n]{0,60}?ไม่น้อยกว่าร้อยละ\\s*" + SCORE);

  private final Draft draft;
  private final Catalog catalog;
  private final Scheme scheme;
  private final List<ScoreReport.Statement> statements = new ArrayList<>();
  private final List<ScoreReport.Target> targets = new ArrayList<>();
  private final Map<String, ScoreReport.Score> instruments = new LinkedHashMap<>();
  private final Map<Integer, ScoreReport.Indicator> indicators = new LinkedHashMap<>();
  private final List<ScoreReport.Indicator> again = new ArrayList<>();
  private final List<ScoreReport.Question> questions = new ArrayList<>();
  private final List<ScoreReport.Score> issues = new ArrayList<>();
  private List<Draft.Cell> header = List.of();
  private int issue;

  private DraftReader(Draft draft, Catalog catalog, Scheme scheme) {
    this.draft = draft;
    this.catalog = catalog;
    this.scheme = scheme;
  }

  /** What a text states. */
  static ScoreReport read(Draft draft, FiscalYear year, Catalog catalog, Scheme scheme) {
    DraftReader reader = new DraftReader(draft, catalog, scheme);
    reader.read();
    List<ScoreReport.Indicator> all = new ArrayList<>(reader.indicators.values());
    all.addAll(reader.again);
    return new ScoreReport(
        draft.file(),
        year,
        new FiscalYear(year.number() + 1),
        null,
        reader.statements,
        reader.targets,
        List.copyOf(reader.instruments.values()),
        all,
        List.of(),
        reader.questions,
        reader.issues,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private void read() {
    for (int i = 0; i < draft.lines().size(); i++) {
      Draft.Line line = draft.lines().get(i);
      boolean before = i > 0 && draft.lines().get(i - 1).isRow();
      if (line.isBlank()) {
        continue;
      }
      if (line.isRow() && (!before || !hasNumber(line))) {
        header = line.cells();
      }
      issueOf(line);
      if (line.isRow()) {
        row(line);
      }
      text(line);
    }
  }

  private static boolean hasNumber(Draft.Line line) {
    return line.cells().stream().anyMatch(cell -> NUMBER.matcher(cell.text()).matches());
  }

  private void issueOf(Draft.Line line) {
    for (Draft.Cell cell : line.cells()) {
      Matcher matcher = ISSUE.matcher(cell.text());
      if (matcher.matches() && cell.text().length() < 120) {
        issue = Integer.parseInt(matcher.group(1));
      }
    }
  }

  private void row(Draft.Line line) {
    Draft.Cell score = score(line);
    if (score == null) {
      return;
    }
    BigDecimal value = new BigDecimal(score.text());
    if (value.compareTo(Scores.HUNDRED) > 0) {
      return;
    }
    int number = 0;
    for (Draft.Cell cell : line.cells()) {
      if (cell == score) {
        break;
      }
      Matcher question = QUESTION_CELL.matcher(cell.text());
      if (question.matches()) {
        question(question.group(1), question.group(2), issue, question.group(3), value)
            .apply(draft.at(line, score));
        return;
      }
      if (ScoreReportReader.instrumentId(cell.text()).isPresent()) {
        continue;
      }
      if (cell.text().matches("\\d{1,2}")) {
        number = ranked() ? 0 : Integer.parseInt(cell.text());
      } else if (TOTAL_LABEL.matcher(cell.text()).matches() && issue == 0) {
        Source at = draft.at(line, score);
        statements.add(new ScoreReport.Statement(value, at, null, at, cell.text(), at));
        return;
      } else if (indicator(cell.text(), number, value, draft.at(line, cell))) {
        return;
      }
    }
  }

  /** The cell that holds the row's score: under such a label, else the only number behind words. */
  private Draft.Cell score(Draft.Line line) {
    List<Draft.Cell> numbers = new ArrayList<>();
    boolean words = false;
    for (Draft.Cell cell : line.cells()) {
      if (words && NUMBER.matcher(cell.text()).matches()) {
        numbers.add(cell);
      }
      words |= cell.text().codePoints().anyMatch(Character::isLetter);
    }
    if (numbers.size() == 1) {
      return numbers.get(0);
    }
    for (int i = 0; i < Math.min(header.size(), line.cells().size()); i++) {
      if (header.get(i).text().startsWith("คะแนน") && numbers.contains(line.cells().get(i))) {
        return line.cells().get(i);
      }
    }
    return null;
  }

  private boolean ranked() {
    return header.stream()
        .anyMatch(cell -> cell.text().contains("อันดับ") && !cell.text().contains("ลำดับที่"));
  }

  private boolean inIndicatorTable() {
    return header.stream().anyMatch(cell -> cell.text().contains("ตัวชี้วัด"));
  }

  private boolean indicator(String text, int before, BigDecimal score, Source at) {
    Matcher numbered = NUMBERED_INDICATOR.matcher(text);
    boolean own = numbered.matches();
    int number = own && !ranked() ? Integer.parseInt(numbered.group(1)) : before;
    String name = own ? numbered.group(2).strip() : text;
    Optional<Scheme.Indicator> named = byName(name, scheme);
    boolean known = number > 0 && scheme.indicator(number).isPresent();
    if (named.isEmpty() && !(known && inIndicatorTable() && name.length() < 60)) {
      return false;
    }
    add(known ? number : named.map(Scheme.Indicator::number).orElse(0), name, score, at);
    return true;
  }

  private void add(int number, String name, BigDecimal score, Source at) {
    if (number == 0) {
      return;
    }
    ScoreReport.Indicator indicator = new ScoreReport.Indicator(number, name, score, Map.of(), at);
    ScoreReport.Indicator first = indicators.putIfAbsent(number, indicator);
    if (first != null && first.score().compareTo(score) != 0) {
      again.add(indicator);
    }
  }

  /** The indicator whose name a text is, or nearly is. */
  static Optional<Scheme.Indicator> byName(String text, Scheme scheme) {
    String key = Folding.key(text);
    Optional<Scheme.Indicator> exact =
        scheme.indicators().stream()
            .filter(indicator -> names(indicator).stream().anyMatch(key::equals))
            .findFirst();
    return exact.isPresent()
        ? exact
        : scheme.indicators().stream()
            .filter(
                indicator ->
                    names(indicator).stream()
                        .anyMatch(
                            name ->
                                Math.abs(name.length() - key.length()) <= 2
                                    && NearMatch.distance(name, key) <= 2))
            .findFirst();
  }

  /** The folded names of an indicator. */
  static List<String> names(Scheme.Indicator indicator) {
    List<String> names = new ArrayList<>();
    names.add(Folding.key(indicator.name()));
    indicator.also().forEach(name -> names.add(Folding.key(name)));
    return names;
  }

  /** What is left to know of a question: its place. */
  private interface Placed {
    void apply(Source at);
  }

  private Placed question(String letter, String number, int under, String text, BigDecimal score) {
    String id =
        letter.equalsIgnoreCase("o")
            ? new ItemCode(Math.max(1, Integer.parseInt(number))).toString()
            : letter.toLowerCase(Locale.ROOT) + Integer.parseInt(number);
    return at ->
        questions.add(
            new ScoreReport.Question(id, under, text == null ? null : text.strip(), score, at));
  }

  private void text(Draft.Line line) {
    String plain = line.plain();
    boolean aboutIndicator = plain.contains("ตัวชี้วัด");
    Matcher instrument = OF_INSTRUMENT.matcher(plain);
    boolean ofInstrument = false;
    while (!aboutIndicator && instrument.find()) {
      ofInstrument = true;
      String id = instrument.group(1) + (instrument.group(2) == null ? "" : instrument.group(2));
      Source at = draft.at(line, instrument.start(3));
      instruments.putIfAbsent(
          id, new ScoreReport.Score(id, null, new BigDecimal(instrument.group(3)), at));
    }
    Matcher overall = OVERALL.matcher(plain);
    while (overall.find()) {
      state(line, overall.group(1), overall.start(1));
    }
    Matcher rated = WITH_RATING.matcher(plain);
    while (!ofInstrument && issue == 0 && rated.find()) {
      String before = plain.substring(Math.max(0, rated.start() - 60), rated.start());
      if (!before.contains("ตัวชี้วัดที่") && !before.contains("ประเด็นที่")) {
        state(line, rated.group(1), rated.start(1));
      }
    }
    Matcher rating = RATING.matcher(plain);
    while (issue == 0 && rating.find()) {
      rating(line, rating.group(1), rating.start(1));
    }
    Matcher indicator = INDICATOR_IN_TEXT.matcher(plain);
    while (indicator.find()) {
      add(
          Integer.parseInt(indicator.group(1)),
          indicator.group(2).strip(),
          new BigDecimal(indicator.group(3)),
          draft.at(line, indicator.start(3)));
    }
    for (Draft.Cell cell : line.cells()) {
      Matcher numbered = INDICATOR_CELL.matcher(cell.text());
      if (numbered.matches() && byName(numbered.group(2), scheme).isPresent()) {
        add(
            Integer.parseInt(numbered.group(1)),
            numbered.group(2).strip(),
            new BigDecimal(numbered.group(3)),
            draft.at(line, cell));
      }
    }
    Matcher question = QUESTION_IN_TEXT.matcher(plain);
    while (question.find()) {
      question(question.group(1), question.group(2), 0, null, new BigDecimal(question.group(3)))
          .apply(draft.at(line, question.start(3)));
    }
    Matcher mean = MEAN.matcher(plain);
    while (issue > 0 && !line.isRow() && mean.find()) {
      issues.add(
          new ScoreReport.Score(
              Integer.toString(issue),
              null,
              new BigDecimal(mean.group(1)),
              draft.at(line, mean.start(1))));
    }
    Matcher target = TARGET.matcher(plain);
    while (target.find()) {
      targets.add(
          new ScoreReport.Target(
              "ร้อยละของหน่วยงานที่ผ่านเกณฑ์",
              new BigDecimal(target.group(1)),
              null,
              draft.at(line, target.start(1))));
    }
  }

  private void state(Draft.Line line, String score, int at) {
    BigDecimal value = new BigDecimal(score);
    if (value.compareTo(Scores.HUNDRED) <= 0) {
      Source place = draft.at(line, at);
      statements.add(new ScoreReport.Statement(value, place, null, place, null, place));
    }
  }

  private void rating(Draft.Line line, String written, int at) {
    catalog.ratings().stream()
        .map(Catalog.Rating::name)
        .filter(
            name -> name.matches("[A-F]{1,2}") ? written.equals(name) : written.startsWith(name))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .ifPresent(
            name -> {
              Source place = draft.at(line, at);
              statements.add(new ScoreReport.Statement(null, place, name, place, null, place));
            });
  }
}
