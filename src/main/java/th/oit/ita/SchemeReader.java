package th.oit.ita;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import th.oit.catalog.Confidence;
import th.oit.finding.Findings;
import th.oit.finding.UnusableInput;
import th.oit.source.Fields;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.FiscalYear;
import th.oit.text.Words;

/** Reads the rules of the years: those that come with the tool, or a site's own. Thread-safe. */
public final class SchemeReader {
  private static final String RESOURCE = "/ita/rules.yml";
  private static final Words A_YEAR =
      Words.of("ต้องเป็นปีงบประมาณ พ.ศ. เช่น 2567", "expected a fiscal year such as 2567");

  private SchemeReader() {}

  /** The rules that come with the tool. */
  public static List<Scheme> bundled() {
    try (InputStream in = SchemeReader.class.getResourceAsStream(RESOURCE)) {
      return read(SourceText.decode(in.readAllBytes(), "oit:" + RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules of a year; of several that hold, the first; empty before the first year known. */
  public static Optional<Scheme> of(FiscalYear year, List<Scheme> schemes) {
    return schemes.stream().filter(scheme -> scheme.holdsFor(year)).findFirst();
  }

  /**
   * Reads rules.
   *
   * @throws UnusableInput with everything that is wrong with them
   */
  public static List<Scheme> read(SourceText source) {
    Findings findings = new Findings();
    Fields fields = Fields.of(YamlReader.read(source), findings);
    fields.require("rules");
    List<Scheme> schemes = fields.list("rules").stream().map(SchemeReader::scheme).toList();
    fields.refuseOthers();
    if (!findings.isEmpty()) {
      throw new UnusableInput(findings.sorted());
    }
    return schemes;
  }

  private static Scheme scheme(Fields fields) {
    fields.require("from");
    Optional<FiscalYear> from = fields.parsed("from", FiscalYear::parse, A_YEAR);
    Optional<FiscalYear> to = fields.parsed("to", FiscalYear::parse, A_YEAR);
    Confidence confidence = fields.choice("confidence", Confidence.class).orElse(Confidence.LOW);
    String note = fields.text("note").orElse("");
    List<Scheme.Indicator> indicators = new ArrayList<>();
    fields.require("indicators");
    for (Fields one : fields.list("indicators")) {
      one.require("id");
      indicators.add(
          new Scheme.Indicator(
              one.integer("id").orElse(0),
              one.requiredText("instrument"),
              one.requiredText("name"),
              one.texts("also"),
              questions(one),
              one.texts("keywords")));
      one.refuseOthers();
    }
    List<Scheme.Issue> issues = new ArrayList<>();
    for (Fields one : fields.list("issues")) {
      one.require("id");
      issues.add(
          new Scheme.Issue(one.integer("id").orElse(0), one.requiredText("name"), questions(one)));
      one.refuseOthers();
    }
    fields.refuseOthers();
    return new Scheme(
        from.orElse(new FiscalYear(2564)), to.orElse(null), confidence, note, indicators, issues);
  }

  private static List<String> questions(Fields fields) {
    List<String> ids = new ArrayList<>();
    for (YamlNode.Scalar scalar : fields.scalars("questions")) {
      ScoreReportReader.questionId(scalar.text())
          .or(() -> fields.refuse(scalar, "ต้องเป็นแบบ i1, e1, O1", "expected i1, e1, O1"))
          .ifPresent(ids::add);
    }
    return ids;
  }
}
