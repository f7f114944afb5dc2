package th.oit.config;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import th.oit.finding.RuleSettings;
import th.oit.finding.Source;
import th.oit.finding.Tolerance;
import th.oit.identity.Print;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Language;

/**
 * Everything that {@code site-config.yml} says. Immutable.
 *
 * @param file the configuration's path as shown in messages
 * @param aliases other hosts under which the site is or was reached, as {@code
 *     https://example.go.th}, in ASCII and lower case
 * @param color the body's own colour as {@code #rrggbb}; null for the colour of the templates
 * @param policies null when the body has not asked for any
 * @param thaiDigits whether pages show numbers in Thai digits; data never do
 * @param synonyms groups of words that a search takes for each other, besides those that every site
 *     has
 * @param hosting the servers for which settings go out with the site
 * @param print by which all that it says is recognised
 */
public record SiteConfig(
    String file,
    BaseUrl baseUrl,
    List<String> aliases,
    Language language,
    boolean thaiDigits,
    String color,
    Organization organization,
    List<Department> departments,
    Assessment assessment,
    List<MenuEntry> menu,
    List<List<String>> synonyms,
    News news,
    Policies policies,
    Checks checks,
    OpenData data,
    Set<Server> hosting,
    Print print) {

  /**
   * The address at which the site will stand.
   *
   * @param host in ASCII, lower case
   * @param path begins and ends with {@code /}; {@code /} for a site at the root of its host
   */
  public record BaseUrl(String scheme, String host, int port, String path) {
    /** The absolute URL of a path of the site, which begins with {@code /}. */
    public String absolute(String sitePath) {
      return origin() + path + sitePath.substring(1);
    }

    /** Scheme, host and port, without a slash. */
    public String origin() {
      return scheme + "://" + host + (port < 0 ? "" : ":" + port);
    }

    /** A path of the site as it stands in a link: with the base path in front. */
    public String link(String sitePath) {
      return path + sitePath.substring(1);
    }
  }

  /** A text in Thai with, perhaps, its English. */
  public record Name(String th, String en) {
    public Optional<String> english() {
      return Optional.ofNullable(en);
    }

    /** The name in a language; in Thai where there is no English. */
    public String in(Language language) {
      return language == Language.EN && en != null ? en : th;
    }
  }

  /** The body that publishes. Values that the office left out are null. */
  public record Organization(
      Name name,
      Name shortName,
      Name motto,
      String seal,
      Source sealAt,
      Name address,
      Name hours,
      List<Channel> channels) {}

  /** A way to reach the body: phone, fax, email, line, facebook, web, post. */
  public record Channel(String kind, Name label, String value, Source at) {}

  /** A part of the body; {@code phone} and {@code head} may be null. */
  public record Department(String id, Name name, String phone, String head) {}

  /**
   * The assessment for which the site is made.
   *
   * @param year null when the site is made for none; then there are no years and no departures
   * @param years the years that the site shows, the assessed one among them, newest first
   * @param opens first day of the window, null when not given
   * @param closes last day of the window, null when not given
   * @param publishDaysBefore how many days before the close everything must stand
   * @param departures where the body departs from the list
   * @param catalog path of the site's own list, relative to the site folder; null for the bundled
   *     one
   */
  public record Assessment(
      FiscalYear year,
      List<FiscalYear> years,
      LocalDate opens,
      LocalDate closes,
      int publishDaysBefore,
      String catalog,
      Source catalogAt,
      List<Departure> departures) {
    /** Of a site that nobody assesses, such as one of documentation. */
    static final Assessment NONE =
        new Assessment(null, List.of(), null, null, 0, null, null, List.of());
  }

  /**
   * Where the body departs from the list: an element waived until a day, or one that it knows to be
   * asked or not asked.
   *
   * @param until last day of a waiver; null for a correction
   * @param required what a correction makes of the element; null for a waiver
   */
  public record Departure(
      ItemCode item, String element, String reason, LocalDate until, Boolean required, Source at) {}

  /**
   * An entry of the menu.
   *
   * @param to a source below {@code content/}, a path of the site, or a URL; null for a mere
   *     heading
   */
  public record MenuEntry(Name title, String to, Source at, List<MenuEntry> items) {}

  /** How news are kept; the topics that posts may name, in the order of the lists. */
  public record News(List<Topic> topics) {
    static final News USUAL = new News(List.of());
  }

  /**
   * From what the policies are filled for which the body has no page of its own.
   *
   * @param version of all of them, as written
   * @param department the identifier of that which answers for them
   */
  public record Policies(String version, LocalDate date, String department) {}

  /** A topic of news; its identifier stands in addresses. */
  public record Topic(String id, Name name) {}

  /**
   * Settings of the checks.
   *
   * @param ignore links that are not judged, matched anywhere in the link as written
   * @param thin how many characters of text a page must have at least
   * @param rules the rules that the site weighs otherwise
   */
  public record Checks(
      List<Pattern> ignore, int thin, Links links, RuleSettings rules, External external) {}

  /**
   * What to make of links that reasonable people see differently; null where the office does not
   * say.
   *
   * @param hash links to {@code #} alone
   * @param empty links without an address
   * @param slashless links to a folder without the slash at its end
   * @param insecure links over plain http
   * @param extensionless whether the host answers for {@code /about} with {@code about.html}
   */
  public record Links(
      Tolerance hash,
      Tolerance empty,
      Tolerance slashless,
      Tolerance insecure,
      Boolean extensionless) {
    static final Links UNSAID = new Links(null, null, null, null, null);
  }

  /**
   * How other hosts are asked. Values that the office left out are null, lists empty.
   *
   * @param https whether to ask if addresses over plain http open over https too
   * @param ca file with further certificate authorities, relative to the site folder
   */
  public record External(
      Duration timeout,
      Duration pause,
      Duration budget,
      Integer perHost,
      Integer retries,
      Integer requests,
      String userAgent,
      String proxy,
      Source proxyAt,
      List<String> noProxy,
      String ca,
      List<String> loginHosts,
      Boolean https) {

    /** Everything as usual. */
    public static final External NONE =
        new External(
            null, null, null, null, null, null, null, null, null, List.of(), null, List.of(), null);
  }

  /** Whether the site is made for an assessment; if not, it has no years, no items and no gate. */
  public boolean isAssessed() {
    return assessment.year() != null;
  }

  /**
   * What the body says of its data.
   *
   * @param license the address of the license; null when none is said
   * @param contact the e-mail address for questions about the data; null when there is none
   */
  public record OpenData(String license, String contact) {}

  /** The programs that send a site to browsers, and that read their settings from its folder. */
  public enum Server {
    APACHE,
    IIS,
    NETLIFY,
    NGINX
  }

  public Optional<Department> department(String id) {
    return departments.stream().filter(department -> department.id().equals(id)).findFirst();
  }

  /**
   * The same site looked at in another of its years. The window, the body's own list and its
   * departures are of the assessed year alone.
   */
  public SiteConfig assessing(FiscalYear year) {
    if (year.equals(assessment.year())) {
      return this;
    }
    Set<FiscalYear> years = new TreeSet<>(Comparator.reverseOrder());
    years.addAll(assessment.years());
    years.add(year);
    Assessment other =
        new Assessment(
            year,
            List.copyOf(years),
            null,
            null,
            assessment.publishDaysBefore(),
            null,
            assessment.catalogAt(),
            List.of());
    return new SiteConfig(
        file,
        baseUrl,
        aliases,
        language,
        thaiDigits,
        color,
        organization,
        departments,
        other,
        menu,
        synonyms,
        news,
        policies,
        checks,
        data,
        hosting,
        new Print.Maker().add(print).add(year.toString()).print());
  }
}
