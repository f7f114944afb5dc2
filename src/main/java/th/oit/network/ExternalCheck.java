package th.oit.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import th.oit.check.OtherHosts;
import th.oit.check.links.ExternalLink;
import th.oit.check.links.LinkCheckResult;
import th.oit.check.links.WebAddress;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Words;

/**
 * Judges the links to other hosts by what the network says.
 *
 * <p>Only what is certain is an error: an address that is gone, and a file that its owner has not
 * shared. Other walls, moved addresses and plain {@code http:} are warnings; whatever could not be
 * decided weighs nothing. A link that was written once and shows on many pages is reported once.
 */
public final class ExternalCheck implements OtherHosts {
  private final Network network;
  private final boolean https;
  private final Progress progress;

  /** Is told how far it is. */
  public interface Progress {
    /**
     * @param answered addresses answered so far
     * @param of all addresses
     * @param host the host of the last one answered
     */
    void at(int answered, int of, String host);
  }

  /**
   * @param https whether to ask if addresses over plain http open over https too
   */
  public ExternalCheck(Network network, boolean https, Progress progress) {
    this.network = network;
    this.https = https;
    this.progress = progress;
  }

  @Override
  public List<Finding> judge(LinkCheckResult result) {
    List<ExternalLink> links = result.externals().stream().filter(link -> !link.sent()).toList();
    Map<String, Ask> asks = new LinkedHashMap<>();
    for (ExternalLink link : links) {
      asks.computeIfAbsent(key(link.address()), key -> Ask.exists(link.address()));
    }
    Map<String, Answer> answers = ask(List.copyOf(asks.values()));
    Map<String, Answer> secure = askSecurely(answers);

    List<ExternalLink> reported = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<Reason, Set<String>> notAsked = new TreeMap<>();
    for (ExternalLink link : links) {
      String key = key(link.address());
      Answer answer = answers.get(key);
      if (isNotAsked(answer.reason())) {
        notAsked.computeIfAbsent(answer.reason(), reason -> new HashSet<>()).add(key);
        continue;
      }
      finding(link, answer, secure.get(key))
          .ifPresent(
              finding -> {
                reported.add(link);
                findings.add(finding.about(link.raw()).onPage(link.page()));
              });
    }
    List<Finding> placed = placed(findings, result.places(reported));
    // Who does not allow plain http at all has been told already.
    Set<List<String>> told = new HashSet<>();
    for (Finding finding : result.findings()) {
      if (finding.rule() == Rule.EXTERNAL_INSECURE) {
        told.add(List.of(finding.page(), finding.target()));
      }
    }
    placed.removeIf(
        finding ->
            finding.rule() == Rule.EXTERNAL_INSECURE
                && told.contains(List.of(finding.page(), finding.target())));
    notAsked.forEach((reason, left) -> placed.add(notAsked(reason, left.size())));
    return placed;
  }

  private static String key(WebAddress address) {
    return address.withoutFragment().toString();
  }

  private static boolean isNotAsked(Reason reason) {
    return reason == Reason.NOT_ASKED
        || reason == Reason.OUT_OF_TIME
        || reason == Reason.OUT_OF_REQUESTS;
  }

  private Map<String, Answer> ask(List<Ask> asks) {
    int[] answered = {0};
    List<Answer> given =
        network.askAll(
            asks,
            answer -> progress.at(++answered[0], asks.size(), answer.asked().address().host()));
    Map<String, Answer> answers = new HashMap<>();
    for (int i = 0; i < asks.size(); i++) {
      answers.put(key(asks.get(i).address()), given.get(i));
    }
    return answers;
  }

  /** What the same addresses say over https, where they opened over http. */
  private Map<String, Answer> askSecurely(Map<String, Answer> answers) {
    Map<String, Ask> asks = new TreeMap<>();
    answers.forEach(
        (key, answer) -> {
          WebAddress address = answer.asked().address();
          if (https
              && address.scheme().equals("http")
              && address.port() < 0
              && answer.verdict() == Verdict.FINE
              && answer.arrived().scheme().equals("http")) {
            asks.put(key, Ask.exists(secured(address)));
          }
        });
    Map<String, Answer> given = ask(List.copyOf(asks.values()));
    Map<String, Answer> secure = new HashMap<>();
    asks.forEach((key, ask) -> secure.put(key, given.get(key(ask.address()))));
    return secure;
  }

  private static WebAddress secured(WebAddress address) {
    String url = address.withoutFragment().toString();
    return WebAddress.parse("https" + url.substring("http".length()));
  }

  private static List<Finding> placed(List<Finding> findings, List<Source> places) {
    List<Finding> placed = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i).at(places.get(i));
      Source source = finding.source();
      if (source == null
          || source.line() == 0
          || seen.add(List.of(finding.rule(), finding.target(), source))) {
        placed.add(finding);
      }
    }
    return placed;
  }

  // What is said

  private Optional<Finding> finding(ExternalLink link, Answer answer, Answer secure) {
    return switch (answer.verdict()) {
      case DEAD ->
          Optional.of(of(Rule.EXTERNAL_DEAD, link, answer).hint(deadHint(answer.reason())));
      case LOGIN -> Optional.of(login(link, answer));
      case UNVERIFIED ->
          Optional.of(
              of(Rule.EXTERNAL_UNVERIFIED, link, answer).hint(unverifiedHint(answer.reason())));
      case FINE -> better(link, answer, secure);
    };
  }

  private static Finding of(Rule rule, ExternalLink link, Answer answer) {
    String status = answer.status() == 0 ? "" : Integer.toString(answer.status());
    boolean said =
        status.isEmpty()
            || answer.verdict() == Verdict.LOGIN
            || answer.reason().says().en().contains(status);
    String also = said ? "" : " (" + status + ")";
    return Finding.of(
        rule,
        "ลิงก์ “" + link.raw() + "” " + answer.reason().says().th() + also,
        "the link “" + link.raw() + "”: " + answer.reason().says().en() + also);
  }

  private static Words deadHint(Reason reason) {
    return switch (reason) {
      case NO_HOST ->
          Words.of(
              "ตรวจตัวสะกดของชื่อเว็บไซต์ ถ้าเลิกใช้แล้วให้เอาลิงก์ออก",
              "look for a spelling mistake in the host's name; if the site is no more, take the link away");
      case WRONG_NAME ->
          Words.of(
              "ลองเพิ่มหรือตัด www. ออก หรือแจ้งผู้ดูแลเว็บไซต์นั้น",
              "try it with or without www., or tell those who run that site");
      default ->
          Words.of(
              "ค้นหาที่อยู่ใหม่ในเว็บไซต์นั้น หรือเอาลิงก์ออก",
              "find its new address on that site, or take the link away");
    };
  }

  private static Finding login(ExternalLink link, Answer answer) {
    Finding finding = of(Rule.EXTERNAL_LOGIN, link, answer);
    return switch (answer.reason()) {
      case NO_ACCESS ->
          finding.hint(
              "เปลี่ยนการแชร์เป็น “ทุกคนที่มีลิงก์” หรือดีกว่านั้น นำไฟล์มาไว้ในเว็บไซต์ของหน่วยงานเอง",
              "share it with 'anyone with the link' or, better, keep the file on your own site");
      case VIEWER ->
          finding
              .as(Severity.WARNING)
              .hint(
                  "วางไฟล์ PDF ไว้ในเว็บไซต์ของหน่วยงานให้ดาวน์โหลดได้ด้วย",
                  "put the PDF on your own site too, where it can be downloaded");
      case WALLED_HOST ->
          finding
              .as(Walls.isProfile(link.address()) ? Severity.UNVERIFIED : Severity.WARNING)
              .hint(
                  "เปิดดูในหน้าต่างที่ไม่ระบุตัวตน ถ้าเป็นหลักฐานให้นำเนื้อหามาไว้ในเว็บไซต์ของหน่วยงานเอง",
                  "look at it in a private window; if it is evidence, put the content on your own site");
      default ->
          finding
              .as(Severity.WARNING)
              .hint(
                  "ถ้าประชาชนต้องเห็นเนื้อหานี้ ให้ลิงก์ไปที่หน้าซึ่งไม่ต้องเข้าสู่ระบบ",
                  "if everybody is to see this, link to a page that asks for no account");
    };
  }

  private static Words unverifiedHint(Reason reason) {
    return switch (reason) {
      case BAD_ADDRESS ->
          Words.of(
              "คัดลอกที่อยู่จากแถบที่อยู่ของเบราว์เซอร์มาวางใหม่",
              "copy the address from the browser's address bar again");
      case EXPIRED, UNTRUSTED, TLS_FAILED ->
          Words.of(
              "เปิดดูในเบราว์เซอร์ ถ้ามีคำเตือนให้แจ้งผู้ดูแลเว็บไซต์นั้น หรือหาแหล่งอื่น",
              "open it in a browser; if that warns, tell those who run the site, or find another source");
      case SOFT_NOT_FOUND, HOME_PAGE, WRONG_TYPE, EMPTY ->
          Words.of(
              "เปิดดูในเบราว์เซอร์ว่ายังเป็นเนื้อหาที่ต้องการ ถ้าไม่ใช่ให้แก้หรือเอาลิงก์ออก",
              "open it in a browser: if it is not what was meant, mend the link or take it away");
      default ->
          Words.of(
              "เปิดดูในเบราว์เซอร์ หรือตรวจใหม่ภายหลัง",
              "open it in a browser, or check again later");
    };
  }

  /** An address that opens may still be written better. */
  private Optional<Finding> better(ExternalLink link, Answer answer, Answer secure) {
    WebAddress asked = link.address();
    boolean plain = asked.scheme().equals("http");
    boolean offered =
        !answer.hops().isEmpty()
            && answer.hops().get(0).to().withoutFragment().equals(secured(asked));
    boolean works = secure != null && secure.verdict() == Verdict.FINE;
    if (plain && https && (offered || works)) {
      Answer known = works ? secure : answer;
      return Optional.of(
          Finding.of(
                  Rule.EXTERNAL_INSECURE,
                  "ลิงก์ “"
                      + link.raw()
                      + "” ไม่ได้ใช้ https ทั้งที่เว็บไซต์นั้นเปิดด้วย https ได้"
                      + age(known).th(),
                  "the link “"
                      + link.raw()
                      + "” is not over https, which that site offers"
                      + age(known).en())
              .hint(
                  "แก้เป็น " + shown(secured(asked), asked),
                  "write " + shown(secured(asked), asked)));
    }
    Optional<WebAddress> moved = answer.movedTo();
    if (moved.isPresent() && !isEntrance(asked, moved.get())) {
      String to = shown(moved.get(), asked);
      return Optional.of(
          Finding.of(
                  Rule.EXTERNAL_REDIRECT,
                  "ลิงก์ “" + link.raw() + "” ย้ายไปที่อื่นแล้วอย่างถาวร" + age(answer).th(),
                  "the link “" + link.raw() + "” has moved for good" + age(answer).en())
              .hint("แก้เป็น " + to, "write " + to));
    }
    return Optional.empty();
  }

  /** Whether a host only shows the way from its door to its home page. */
  private static boolean isEntrance(WebAddress asked, WebAddress moved) {
    return asked.path().equals("/") && asked.query() == null && asked.host().equals(moved.host());
  }

  /** With the place on the page that the link names, unless the new address names one itself. */
  private static String shown(WebAddress address, WebAddress asked) {
    return address.fragment() == null && asked.fragment() != null
        ? address + "#" + asked.fragment()
        : address.toString();
  }

  private Words age(Answer answer) {
    if (!answer.remembered()) {
      return Words.same("");
    }
    long days = Duration.between(answer.at(), now()).toDays();
    return days == 0
        ? Words.of(" (ถามไว้ภายในหนึ่งวันก่อน)", " (asked less than a day ago)")
        : Words.of(" (ถามไว้เมื่อ " + days + " วันก่อน)", " (asked " + days + " days ago)");
  }

  private Instant now() {
    return network.now();
  }

  private static Finding notAsked(Reason reason, int count) {
    return Finding.of(
            Rule.EXTERNAL_UNVERIFIED,
            "ลิงก์ไปเว็บไซต์อื่น " + count + " ที่อยู่ " + reason.says().th(),
            count + " addresses of other hosts " + reason.says().en())
        .hint("ตรวจใหม่อีกครั้ง หรือให้เวลามากขึ้น", "check again, or give it more time");
  }
}
