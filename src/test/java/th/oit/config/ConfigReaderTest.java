package th.oit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.finding.Tolerance;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.Language;

class ConfigReaderTest {
  private static final String FULL =
      """
      site: {base_url: https://www.example.go.th, language: en}
      organization:
        name: {th: องค์การบริหารส่วนตำบลตัวอย่าง, en: Example}
        short: {th: อบต.ตัวอย่าง}
        seal: images/seal.svg
        motto: คำขวัญ
        address: {th: หมู่ 1, en: Moo 1}
        hours: {th: 08.30-16.30}
        channels:
          - {kind: phone, label: {th: โทรศัพท์}, value: 0 0000 0000}
          - {kind: email, value: saraban@example.go.th}
      departments:
        - {id: office, name: {th: สำนักปลัด, en: Office}, phone: 0 0000 0001, head: หัวหน้า}
        - {id: finance, name: กองคลัง}
      assessment:
        year: 2567
        years: [2566, ๒๕๖๕]
        window: {opens: 2567-04-01, closes: 2024-04-30}
        publish_days_before: 10
        catalog: catalog/mine.yml
      menu:
        - {title: หน้าแรก, to: index.md}
        - {title: ข้อมูล, items: [{title: ติดต่อ, to: pages/contact.md}]}
      checks: {ignore: ['^tel:', '\\.exe$'], thin: 120}
      """;

  private static final String SHORT =
      """
      site:
        base_url: https://www.example.go.th
      organization:
        name: อบต.ตัวอย่าง
      assessment:
        year: 2567
      """;

  @Test
  void readsTheWordsThatASearchTakesForEachOther() {
    assertEquals(
        List.of(List.of("พัสดุ", "จัดซื้อ"), List.of("ก", "ข", "ค")),
        read(SHORT + "search: {synonyms: [[พัสดุ, จัดซื้อ], [ก, ข, ค]]}\n").synonyms());
    assertEquals(List.of(), read(SHORT).synonyms());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[พัสดุ]", "[[พัสดุ]]", "พัสดุ", "[{a: b}]", "[[พัสดุ, ]]", "[[a, [b]]]"})
  void refusesAGroupOfFewerThanTwoWords(String synonyms) {
    Finding finding = Refusal.one(() -> read(SHORT + "search:\n  synonyms: " + synonyms + "\n"));
    assertEquals(Rule.SOURCE_VALUE, finding.rule());
    assertEquals(8, finding.source().line());
  }

  @Test
  void readsEverythingThatAConfigurationSays() {
    SiteConfig config = read(FULL);
    assertEquals(Language.EN, config.language());
    SiteConfig.Organization organization = config.organization();
    assertEquals("องค์การบริหารส่วนตำบลตัวอย่าง", organization.name().th());
    assertEquals(Optional.of("Example"), organization.name().english());
    assertEquals("อบต.ตัวอย่าง", organization.shortName().th());
    assertEquals(new SiteConfig.Name("คำขวัญ", null), organization.motto());
    assertEquals("images/seal.svg", organization.seal());
    assertEquals(new Source("site-config.yml", 5, 9), organization.sealAt());
    assertEquals(
        List.of("โทรศัพท์", "none"),
        organization.channels().stream()
            .map(channel -> channel.label() == null ? "none" : channel.label().th())
            .toList());
    assertEquals(
        new SiteConfig.Department(
            "office", new SiteConfig.Name("สำนักปลัด", "Office"), "0 0000 0001", "หัวหน้า"),
        config.department("office").orElseThrow());
    assertEquals("กองคลัง", config.department("finance").orElseThrow().name().th());
    assertEquals(Optional.empty(), config.department("other"));
    SiteConfig.Assessment assessment = config.assessment();
    assertEquals(
        List.of(2567, 2566, 2565), assessment.years().stream().map(FiscalYear::number).toList());
    assertEquals(10, assessment.publishDaysBefore());
    assertEquals("catalog/mine.yml", assessment.catalog());
    assertEquals(new Source("site-config.yml", 20, 12), assessment.catalogAt());
    assertEquals("pages/contact.md", config.menu().get(1).items().get(0).to());
    assertEquals(new Source("site-config.yml", 23, 49), config.menu().get(1).items().get(0).at());
    assertNull(config.menu().get(1).to());
    assertEquals(120, config.checks().thin());
    assertTrue(config.checks().ignore().get(1).matcher("/setup.exe").find());
  }

  @Test
  void readsDatesOfEitherEra() {
    SiteConfig.Assessment assessment = read(FULL).assessment();
    assertEquals(LocalDate.of(2024, 4, 1), assessment.opens());
    assertEquals(LocalDate.of(2024, 4, 30), assessment.closes());
  }

  @Test
  void getsAlongWithTheShortestConfiguration() {
    SiteConfig config = read(SHORT);
    assertEquals(Language.TH, config.language());
    assertEquals(config.organization().name(), config.organization().shortName());
    assertEquals(List.of(new FiscalYear(2567)), config.assessment().years());
    assertEquals(15, config.assessment().publishDaysBefore());
    assertNull(config.assessment().opens());
    assertEquals(List.of(), config.menu());
    assertEquals(80, config.checks().thin());
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.go.th, https://www.example.go.th/, /contact/",
    "https://www.example.go.th/, https://www.example.go.th/, /contact/",
    "http://localhost:8080, http://localhost:8080/, /contact/",
    "https://www.example.go.th/oit, https://www.example.go.th/oit/, /oit/contact/",
    "https://x.example:8443/a/b/, https://x.example:8443/a/b/, /a/b/contact/",
    "HTTPS://WWW.Example.GO.TH/Sub, https://www.example.go.th/Sub/, /Sub/contact/",
    "https://อบต.ไทย, https://xn--m3cj0d.xn--o3cw4h/, /contact/"
  })
  void readsAddressesWithAPortAPathAndAThaiHost(String written, String home, String contact) {
    SiteConfig.BaseUrl base = read(SHORT.replace("https://www.example.go.th", written)).baseUrl();
    assertEquals(home, base.absolute("/"));
    assertEquals(home + "contact/", base.absolute("/contact/"));
    assertEquals(contact, base.link("/contact/"));
    assertTrue(home.startsWith(base.origin()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.example.go.th",
        "ftp://www.example.go.th",
        "https://",
        "https:///path",
        "https://www.example.go.th/?q=1",
        "https://www.example.go.th/#top",
        "https://exa mple.go.th",
        "https://www.example.go.th:port",
        "https://www.example.go.th:99999",
        "https://www..go.th"
      })
  void refusesWhatIsNoAddressOfASite(String written) {
    String quoted = "'" + written + "'";
    Finding finding = one(SHORT.replace("https://www.example.go.th", quoted));
    assertEquals(Rule.SOURCE_VALUE, finding.rule());
    assertEquals(at(2, 13), finding.source());
    assertEquals(written, finding.target());
    assertTrue(finding.hint().th().contains("https://"));
  }

  @Test
  void reportsUnknownKeysInEverySectionWithTheNearestOnes() {
    String broken =
        """
        site: {base_url: https://x.example, langauge: th}
        organisation: x
        organization:
          name: {th: ก, eng: A}
          sael: x
          channels: [{kind: phone, value: 1, lable: x}]
        departments: [{id: a, name: ก, phon: 1}]
        assessment: {year: 2567, window: {open: 2567-04-01}, pubilsh_days_before: 3}
        menu: [{title: a, items: [{title: b, link: c}]}]
        checks: {thinn: 1}
        """;
    List<Finding> findings = Refusal.all(() -> read(broken));
    assertEquals(
        List.of(
            "1:37 did you mean 'language'?",
            "2:1 did you mean 'organization'?",
            "4:17 did you mean 'en'?",
            "5:3 did you mean 'seal'?",
            "6:38 did you mean 'label'?",
            "7:32 did you mean 'phone'?",
            "8:35 did you mean 'opens'?",
            "8:54 did you mean 'publish_days_before'?",
            "9:38 known here: title, to",
            "10:10 did you mean 'thin'?"),
        findings.stream()
            .map(f -> f.source().line() + ":" + f.source().column() + " " + f.hint().en())
            .toList());
    assertTrue(findings.stream().allMatch(f -> f.rule() == Rule.SOURCE_KEY));
  }

  @Test
  void reportsTheSectionsThatAreMissing() {
    assertEquals(
        List.of("organization", "site"),
        Refusal.all(() -> read("menu: []\n")).stream().map(Finding::target).sorted().toList());
    assertEquals(
        List.of("1:7 base_url", "2:15 name", "3:13 year"),
        Refusal.all(() -> read("site: {x: 1}\norganization: {x: 1}\nassessment: {x: 1}\n")).stream()
            .filter(f -> f.rule() == Rule.SOURCE_MISSING)
            .map(f -> f.source().line() + ":" + f.source().column() + " " + f.target())
            .toList());
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    String broken =
        FULL.replace("https://www.example.go.th", "example")
            .replace("language: en", "language: english")
            .replace("kind: email", "kind: e-mail")
            .replace("id: finance", "id: office")
            .replace("year: 2567", "year: 2024")
            .replace("[2566, ๒๕๖๕]", "[2566, 2022]")
            .replace("opens: 2567-04-01", "opens: 2567-02-30")
            .replace("publish_days_before: 10", "publish_days_before: ten")
            .replace("'^tel:'", "'(tel:'")
            .replace("thin: 120", "thin: x");
    assertEquals(
        List.of(
            "site-config.yml:1:18 source/value",
            "site-config.yml:1:37 source/value",
            "site-config.yml:11:14 source/value",
            "site-config.yml:14:10 source/key",
            "site-config.yml:16:9 source/value",
            "site-config.yml:17:17 source/value",
            "site-config.yml:18:19 source/value",
            "site-config.yml:19:24 source/value",
            "site-config.yml:24:19 source/value",
            "site-config.yml:24:45 source/value"),
        Refusal.lines(Refusal.all(() -> read(broken))));
  }

  @Test
  void refusesAWindowThatClosesBeforeItOpens() {
    Finding finding = one(SHORT + "  window: {opens: 2567-04-30, closes: 2567-04-01}\n");
    assertEquals(at(7, 39), finding.source());
  }

  @Test
  void readsAWindowOfOneDay() {
    SiteConfig config = read(SHORT + "  window: {opens: 2567-04-30, closes: 2024-04-30}\n");
    assertEquals(config.assessment().opens(), config.assessment().closes());
  }

  @Test
  void reportsTwoDepartmentsWithOneIdAtTheSecond() {
    Finding finding = one(SHORT + "departments:\n  - {id: a, name: ก}\n  - {id: a, name: ข}\n");
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals(at(9, 10), finding.source());
  }

  @Test
  void refusesAPatternThatWouldIgnoreEveryLink() {
    assertEquals(at(7, 19), one(SHORT + "checks: {ignore: ['']}\n").source());
  }

  @Test
  void readsWhereABodyDepartsFromTheList() {
    SiteConfig config =
        read(
            SHORT
                + """
                  waivers:
                    - {item: ๐๑๔, element: plan, reason: รอลงนาม, until: 2567-04-15}
                  corrections:
                    - {item: O1, element: history, required: false, reason: คู่มือ หน้า 3}
                """);
    SiteConfig.Departure waiver = config.assessment().departures().get(0);
    assertEquals("O14 plan", waiver.item() + " " + waiver.element());
    assertEquals(LocalDate.of(2024, 4, 15), waiver.until());
    assertNull(waiver.required());
    assertEquals(at(8, 28), waiver.at());
    SiteConfig.Departure correction = config.assessment().departures().get(1);
    assertEquals(Boolean.FALSE, correction.required());
    assertNull(correction.until());
  }

  @Test
  void refusesADepartureWithoutItsReasonOrItsEnd() {
    List<Finding> findings =
        Refusal.all(
            () ->
                read(
                    SHORT
                        + "  waivers: [{item: X, element: a}]\n"
                        + "  corrections: [{element: a}]\n"));
    assertEquals(
        List.of("X", "item", "reason", "reason", "required", "until"),
        findings.stream().map(Finding::target).sorted().toList());
  }

  @Test
  void saysWhatIsWrongWithARegularExpression() {
    Finding finding = one(SHORT + "checks:\n  ignore:\n    - 'ok'\n    - '[a-'\n");
    assertEquals(at(10, 7), finding.source());
    assertEquals("[a-", finding.target());
  }

  @Test
  void namesTheKindsOfChannelsThatThereAre() {
    String yaml =
        SHORT.replace("assessment:", "  channels: [{kind: telex, value: 1}]\nassessment:");
    Finding finding = one(yaml);
    assertEquals(at(5, 21), finding.source());
    assertTrue(finding.message().en().contains("phone"), finding.message().en());
  }

  @Test
  void readsTheOtherNamesOfTheSiteInAscii() {
    SiteConfig config =
        read(
            SHORT.replace(
                "organization:",
                "  aliases: [อบต-ตัวอย่าง.ไทย, 'http://OLD.example.go.th:8080/', 10.1.2.3]\n"
                    + "organization:"));
    assertEquals(
        List.of(
            "https://xn----6wf4bbw5c8a5bf2bo7x.xn--o3cw4h",
            "http://old.example.go.th:8080",
            "https://10.1.2.3"),
        config.aliases());
    assertEquals(List.of(), read(SHORT).aliases());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.go.th/path/",
        "a b",
        "a|b.go.th",
        "mailto:x@a.go.th",
        "a..go.th",
        "1.2.3",
        "256.1.1.1",
        "a.go.th:99999"
      })
  void anotherNameIsAHostAlone(String alias) {
    Finding finding =
        one(SHORT.replace("organization:", "  aliases:\n  - '" + alias + "'\norganization:"));
    assertEquals(at(4, 5), finding.source());
    assertEquals(alias, finding.target());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a|b.go.th", "https://a..go.th", "https://1.2.3"})
  void aHostThatNoBrowserTakesIsNoAddressOfASite(String baseUrl) {
    Finding finding = one(SHORT.replace("https://www.example.go.th", "'" + baseUrl + "'"));
    assertEquals(baseUrl, finding.target());
  }

  @Test
  void readsWhatToMakeOfLinksThatPeopleSeeDifferently() {
    assertEquals(
        new SiteConfig.Links(Tolerance.ERROR, Tolerance.ALLOW, Tolerance.WARN, null, true),
        read(SHORT
                + "checks:\n"
                + "  links: {hash: error, empty: allow, slashless: warn, extensionless: yes}\n")
            .checks()
            .links());
    assertNull(read(SHORT).checks().links().hash());
  }

  @Test
  void namesTheLevelsThatThereAre() {
    Finding finding = one(SHORT + "checks:\n  links:\n    hash: loud\n");
    assertEquals(at(9, 11), finding.source());
    assertTrue(finding.message().en().contains("allow, warn, error"), finding.message().en());
    assertEquals("source/key", one(SHORT + "checks:\n  links:\n    hsah: warn\n").rule().id());
  }

  private static Source at(int line, int column) {
    return new Source("site-config.yml", line, column);
  }

  private static SiteConfig read(String yaml) {
    return ConfigReader.read(new SourceText("site-config.yml", yaml));
  }

  private static Finding one(String yaml) {
    return Refusal.one(() -> read(yaml));
  }

  @Test
  void readsTheColourOfTheBodyAndTheDigitsOfItsPages() {
    String base = "https://www.example.go.th";
    SiteConfig config = read(SHORT.replace(base, base + "\n  color: '#5B1a8b'\n  digits: thai"));
    assertEquals("#5B1a8b", config.color());
    assertTrue(config.thaiDigits());
    assertNull(read(SHORT).color());
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "'#fff'", "'5b1a8b'", "'#5b1a8g'"})
  void refusesAColourThatIsNone(String color) {
    String base = "https://www.example.go.th";
    Finding finding = one(SHORT.replace(base, base + "\n  color: " + color));
    assertEquals(Rule.SOURCE_VALUE, finding.rule());
  }

  @Test
  void aSiteMayDoWithoutAnAssessment() {
    SiteConfig config =
        read("site: {base_url: https://oit.example}\norganization: {name: คู่มือ}\n");
    assertFalse(config.isAssessed());
    assertEquals(List.of(), config.assessment().years());
    assertEquals(List.of(), config.assessment().departures());
    assertTrue(read(SHORT).isAssessed());
  }

  @Test
  void rulesAreSwitchedOffOrWeighedOtherwise() {
    RuleSettings rules =
        read(SHORT
                + "checks: {rules: {evidence/large: error, link/case: warning, link/tel: off}}\n")
            .checks()
            .rules();
    assertEquals(
        Map.of(
            Rule.LINK_TEL, RuleSettings.Setting.OFF,
            Rule.LINK_CASE, RuleSettings.Setting.WARNING,
            Rule.EVIDENCE_LARGE, RuleSettings.Setting.ERROR),
        rules.byRule());
    Finding tel = Finding.of(Rule.LINK_TEL, "ก", "a");
    Finding letters = Finding.of(Rule.LINK_CASE, "ข", "b");
    Finding large = Finding.of(Rule.EVIDENCE_LARGE, "ค", "c");
    Finding other = Finding.of(Rule.LINK_NOT_FOUND, "ง", "d");
    assertEquals(
        List.of(letters.as(Severity.WARNING), large.as(Severity.ERROR), other),
        rules.apply(List.of(tel, letters, large, other)));
    assertTrue(read(SHORT).checks().rules().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "link/cas: off | there is no rule 'link/cas' | did you mean link/case?",
        "oit/missing: off | can be neither switched off nor changed | assessment.waivers",
        "source/yaml: warning | can be neither switched off nor changed | oit explain source/yaml",
        "external/unverified: error | can only be 'off' |",
        "link/case: none | expected one of: off, warning, error |",
      })
  void aRuleThatCannotBeSetSoIsRefusedWhereItStands(String line, String message, String hint) {
    Finding finding = Refusal.one(() -> read(SHORT + "checks:\n  rules:\n    " + line + "\n"));
    assertTrue(finding.message().en().contains(message), finding.message()::en);
    assertTrue(hint == null || finding.hint().en().contains(hint), () -> finding.hint().en());
    assertEquals(SHORT.lines().count() + 3, finding.source().line());
  }

  private static SiteConfig with(String more) {
    return ConfigReader.read(new SourceText("site-config.yml", SHORT + more));
  }

  @Test
  void saysNoLicenseAndWritesForTheUsualServersUnlessToldOtherwise() {
    SiteConfig config = with("");
    assertNull(config.data().license());
    assertNull(config.data().contact());
    assertEquals(
        Set.of(SiteConfig.Server.APACHE, SiteConfig.Server.IIS, SiteConfig.Server.NETLIFY),
        config.hosting());
    assertEquals(Set.of(), with("hosting: []\n").hosting());
    assertEquals(Set.of(SiteConfig.Server.NGINX), with("hosting: nginx\n").hosting());
  }

  @Test
  void takesALicenseByItsAddressAlone() {
    String address = "https://creativecommons.org/licenses/by/4.0/";
    SiteConfig config = with("data: {license: '" + address + "', contact: data@example.go.th}\n");
    assertEquals(address, config.data().license());
    assertEquals("data@example.go.th", config.data().contact());
    Finding license = Refusal.one(() -> with("data: {license: CC BY}\n"));
    assertEquals("source/value", license.rule().id());
    assertEquals("source/value", Refusal.one(() -> with("data: {contact: โทร}\n")).rule().id());
    assertEquals("source/value", Refusal.one(() -> with("hosting: [tomcat]\n")).rule().id());
  }
}
