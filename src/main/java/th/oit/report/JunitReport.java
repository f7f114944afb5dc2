package th.oit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import th.oit.baseline.KnownFinding;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/**
 * A report as JUnit XML, as CI servers read it: a test case for every item, and one for every
 * source file with findings that concern no item.
 *
 * <p>Written so that the schema which Jenkins reads reports by (junit-10.xsd of its xUnit plugin)
 * accepts it.
 */
public final class JunitReport {
  private final Report report;
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  private JunitReport(Report report, Language language) {
    this.report = report;
    this.language = language;
  }

  /**
   * A test case to be.
   *
   * @param wrong whether an item that does not pass is meant
   * @param everything whether all findings are at hand, not only those of a change
   */
  private record Case(
      String suite,
      String name,
      boolean wrong,
      boolean everything,
      List<Finding> open,
      List<KnownFinding> known) {

    boolean failed() {
      return hasErrors() || wrong && !skipped();
    }

    /** Old debt, and what a change did not cause, makes no case red, and none green. */
    boolean skipped() {
      return !hasErrors()
          && (known.stream().anyMatch(one -> one.finding().isError()) || wrong && !everything);
    }

    private boolean hasErrors() {
      return open.stream().anyMatch(Finding::isError);
    }
  }

  private Case of(String suite, String name, boolean wrong) {
    return new Case(
        suite, name, wrong, report.since() == null, new ArrayList<>(), new ArrayList<>());
  }

  /** Writes a report; warnings stand in the output of their case and fail nothing. */
  public static String of(Report report, Language language) {
    return new JunitReport(report, language).write();
  }

  private String write() {
    List<Case> cases = cases();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuite name=\"oit ").append(XmlText.escape(report.command()));
    out.append("\" tests=\"").append(cases.size());
    out.append("\" failures=\"").append(cases.stream().filter(Case::failed).count());
    out.append("\" errors=\"0\" skipped=\"").append(cases.stream().filter(Case::skipped).count());
    out.append("\" time=\"");
    out.append(String.format(Locale.ROOT, "%.3f", report.elapsedMillis() / 1000.0));
    out.append("\">\n");
    cases.forEach(this::testCase);
    return out.append("</testsuite>\n").toString();
  }

  private List<Case> cases() {
    Map<String, Case> ofItems = new LinkedHashMap<>();
    for (ItemVerdict item : report.items()) {
      ofItems.put(
          item.id(),
          of("items", item.id() + " " + item.name(), item.status() != ItemVerdict.Status.PASS));
    }
    Map<String, Case> ofFiles = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      of(finding, ofItems, ofFiles).open().add(finding);
    }
    for (KnownFinding known : report.putOff()) {
      of(known.finding(), ofItems, ofFiles).known().add(known);
    }
    List<Case> cases = new ArrayList<>(ofItems.values());
    cases.addAll(ofFiles.values());
    if (cases.isEmpty()) {
      cases.add(of("links", MarkdownReport.summary(report, language), false));
    }
    return cases;
  }

  private Case of(Finding finding, Map<String, Case> ofItems, Map<String, Case> ofFiles) {
    Case own = ofItems.get(finding.item());
    if (own != null) {
      return own;
    }
    String file =
        finding.source() != null
            ? finding.source().file()
            : finding.page() == null ? report.command() : finding.page();
    return ofFiles.computeIfAbsent(file, name -> of("files", name, false));
  }

  private void testCase(Case one) {
    out.append("  <testcase classname=\"oit.").append(one.suite()).append("\" name=\"");
    out.append(XmlText.escape(one.name())).append('"');
    if (!one.failed() && one.open().isEmpty() && !one.skipped()) {
      out.append("/>\n");
      return;
    }
    out.append(">\n");
    if (one.failed()) {
      failure(one);
    } else if (one.skipped()) {
      out.append("    <skipped message=\"").append(XmlText.escape(excuse(one.known())));
      out.append("\"/>\n");
    }
    if (!one.failed() && !one.open().isEmpty()) {
      out.append("    <system-out>").append(XmlText.escape(told(one.open())));
      out.append("</system-out>\n");
    }
    out.append("  </testcase>\n");
  }

  private void failure(Case one) {
    Finding first = one.open().stream().filter(Finding::isError).findFirst().orElse(null);
    out.append("    <failure type=\"").append(first == null ? "" : first.rule().id());
    out.append("\" message=\"");
    out.append(XmlText.escape(first == null ? one.name() : BrokenTargets.message(first, language)));
    out.append("\">").append(XmlText.escape(told(one.open()))).append("</failure>\n");
  }

  private String told(List<Finding> findings) {
    StringBuilder told = new StringBuilder();
    for (Finding finding : findings) {
      told.append(finding.severity().id()).append(' ').append(finding.rule().id());
      told.append(finding.source() == null ? "" : " " + finding.source());
      told.append(": ").append(BrokenTargets.message(finding, language));
      told.append(finding.hint() == null ? "" : " – " + finding.hint().in(language));
      told.append('\n');
    }
    return told.toString();
  }

  private String excuse(List<KnownFinding> known) {
    if (known.isEmpty()) {
      return Words.of(
              "ไม่ผ่าน แต่ไม่ได้เกิดจากไฟล์ที่แก้ครั้งนี้", "fails, but not by what changed")
          .in(language);
    }
    return known.stream()
        .map(
            one ->
                Words.of(
                            "ผ่อนผันถึง " + ThaiDate.longForm(one.until()),
                            "put off until " + one.until())
                        .in(language)
                    + ": "
                    + one.finding().message().in(language))
        .collect(Collectors.joining("\n"));
  }
}
