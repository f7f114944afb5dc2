package th.oit.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import th.oit.check.links.LiveSite.Landing;
import th.oit.check.links.PageReading;
import th.oit.check.links.WebAddress;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.network.Answer;
import th.oit.network.Ask;
import th.oit.network.Network;
import th.oit.network.Reason;
import th.oit.network.Verdict;
import th.oit.text.UrlPath;

/**
 * Fetches a site into a mirror, round by round: what the pages of one round lead to is the next.
 *
 * <p>Which addresses are asked for depends on the order in which they stand on the pages and never
 * on which answer was faster, so two crawls of an unchanged site are the same. Each address is
 * asked for once, and the crawl ends when a round has nothing new. Only ever GET and HEAD; forms
 * are not sent, and links that are meant to change something are not followed. Used by one thread.
 */
final class Crawl {
  /** Asked for together, so that no more pages than these wait in memory. */
  private static final int BATCH = 64;

  private static final Pattern EXTENSION = Pattern.compile("\\.([a-z0-9]{1,5})$");
  private static final Set<String> FILES =
      Set.of(
          "pdf", "doc", "docx", "docm", "dot", "dotx", "rtf", "xls", "xlsx", "xlsm", "csv", "ppt",
          "pptx", "pps", "ppsx", "odt", "ods", "odp", "zip", "rar", "7z", "txt", "json", "xml",
          "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "svg", "bmp", "tif", "tiff", "mp3",
          "mp4", "wav", "avi", "mov", "wmv", "ics", "apk", "exe", "rss", "atom");

  /** What a link says that is meant to change something for whoever is signed in. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?i)log-?out|log-?off|sign-?out|delete|remove|unsubscribe|add-to-cart|/wp-admin|"
              + "/administrator(/|$)|ออกจากระบบ|ลบข้อมูล");

  /** Another name of the home page, from which a redirect to it is no loss. */
  private static final Pattern INDEX =
      Pattern.compile("(?i)/(index|default|home|main)(\\.[a-z]+)?/?$");

  /** How an address is asked for. */
  enum Want {
    /** Whether it opens. */
    SEEN,
    TEXT,
    FILE,
    PAGE
  }

  /** What is to be asked for. */
  record Order(WebAddress address, Want want, boolean home) {}

  /** Hears how far the crawl is. */
  @FunctionalInterface
  interface Listener {
    void at(int asked, int waiting);
  }

  /** Why something was not looked at. */
  enum Skipped {
    ROBOTS,
    ENDLESS,
    PAGES,
    FILES,
    DEPTH,
    CHANGES,
    STOPPED,
    SAME
  }

  private final Scope scope;
  private final Network network;
  private final Mirror mirror;
  private final Limits limits;
  private final Robots robots;
  private final Listener listener;
  private final Shapes shapes = new Shapes();
  private final Map<String, Want> asked = new HashMap<>();
  private final Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, PageReading> readings = new HashMap<>();
  private final Set<String> fetched = new HashSet<>();
  private int pages;
  private int files;
  private long bytes;
  private int incoming;
  private int undecidedPages;

  /**
   * @param robots what is asked of programs that go through the site
   */
  Crawl(
      Scope scope,
      Network network,
      Mirror mirror,
      Limits limits,
      Robots robots,
      Listener listener) {
    this.scope = scope;
    this.network = network;
    this.mirror = mirror;
    this.limits = limits;
    this.robots = robots;
    this.listener = listener;
  }

  /** Goes through the whole site from its first page. */
  void all(WebAddress first) throws IOException {
    List<Order> round = List.of(new Order(first, Want.PAGE, true));
    for (int depth = 0; !round.isEmpty(); depth++) {
      List<PageReading.Link> found = ask(round);
      List<Order> next = new ArrayList<>();
      for (PageReading.Link link : found) {
        Order order = order(link);
        if (order == null) {
          continue;
        }
        asked.put(scope.key(order.address), order.want); // decided once, whatever is decided
        if (order.want == Want.PAGE && depth + 1 > limits.depth()) {
          skip(Skipped.DEPTH);
        } else if (isAllowed(link, order)) {
          next.add(order);
        }
      }
      round = next;
    }
  }

  /**
   * What an assessor opens on the page of an item: the files to which it leads, and of a page that
   * says what it shows, also the other places that it names.
   */
  List<Order> opened(List<PageReading.Link> links) {
    List<Order> orders = new ArrayList<>();
    for (PageReading.Link link : links) {
      Order order = order(link);
      if (order == null
          || link.use() != PageReading.Use.FOLLOWED
          || order.want != Want.FILE && !link.ofItem()) {
        continue;
      }
      asked.put(scope.key(order.address), order.want);
      if (CHANGES.matcher(order.address.path()).find() || CHANGES.matcher(link.label()).matches()) {
        skip(Skipped.CHANGES);
      } else if (++files > limits.files()) {
        skip(Skipped.FILES);
      } else {
        orders.add(order);
      }
    }
    return orders;
  }

  /** Asks for these and nothing to which they lead. */
  List<PageReading.Link> ask(List<Order> orders) throws IOException {
    List<PageReading.Link> found = new ArrayList<>();
    for (int from = 0; from < orders.size(); from += BATCH) {
      List<Order> batch = orders.subList(from, Math.min(from + BATCH, orders.size()));
      List<Path> into = new ArrayList<>();
      List<CompletableFuture<Answer>> coming = new ArrayList<>();
      for (Order order : batch) {
        asked.put(scope.key(order.address), order.want);
        Path file = order.want == Want.FILE ? mirror.incoming(incoming++) : null;
        into.add(file);
        coming.add(network.ask(asking(order, file)));
      }
      for (int i = 0; i < batch.size(); i++) {
        listener.at(answers.size(), orders.size() - from - i);
        take(batch.get(i), coming.get(i).join(), found);
        coming.set(i, null);
      }
    }
    return found;
  }

  private Ask asking(Order order, Path into) {
    WebAddress address = scope.toAsk(order.address);
    return switch (order.want) {
      case SEEN -> Ask.exists(address);
      case PAGE, TEXT -> Ask.page(address);
      case FILE -> Ask.file(address, into);
    };
  }

  /** How a link of a page would be asked for; null when it is not. */
  private Order order(PageReading.Link link) {
    if (!scope.isOwn(link.address())) {
      return null;
    }
    Want want =
        switch (link.use()) {
          case TEXT -> Want.TEXT;
          case LOADED -> isPicture(link.address()) ? Want.FILE : Want.SEEN;
          case NAMED -> Want.SEEN;
          case FOLLOWED -> wanted(link.address());
        };
    Want before = asked.get(scope.key(link.address()));
    if (before != null && before.compareTo(want) >= 0) {
      return null;
    }
    return new Order(link.address(), want, false);
  }

  /** A picture that may load further ones. */
  private static boolean isPicture(WebAddress address) {
    return address.path().toLowerCase(Locale.ROOT).endsWith(".svg");
  }

  /** Whether an address is that of a file, as far as its name tells. */
  static Want wanted(WebAddress address) {
    var matcher = EXTENSION.matcher(address.path().toLowerCase(Locale.ROOT));
    boolean file = matcher.find() && FILES.contains(matcher.group(1));
    return file ? Want.FILE : Want.PAGE;
  }

  private boolean isAllowed(PageReading.Link link, Order order) {
    WebAddress address = scope.toAsk(order.address);
    String line = address.path() + (address.query() == null ? "" : "?" + address.query());
    if (link.use() == PageReading.Use.FOLLOWED
        && (CHANGES.matcher(line).find() || CHANGES.matcher(link.label()).matches())) {
      skip(Skipped.CHANGES);
      return false;
    }
    if (!robots.allows(line)) {
      skip(Skipped.ROBOTS);
      return false;
    }
    if (!shapes.take(order.address)) {
      skip(Skipped.ENDLESS);
      return false;
    }
    if (order.want == Want.PAGE && ++pages > limits.pages()) {
      skip(Skipped.PAGES);
      return false;
    }
    if (order.want != Want.PAGE && ++files > limits.files()) {
      skip(Skipped.FILES);
      return false;
    }
    return true;
  }

  private void skip(Skipped why) {
    skipped.merge(why, 1, Integer::sum);
  }

  private void take(Order order, Answer answer, List<PageReading.Link> found) throws IOException {
    String key = scope.key(order.address);
    WebAddress arrived = scope.known(answer.arrived());
    answers.put(key, slim(answer));
    if (answer.reason() == Reason.HOME_PAGE && INDEX.matcher(order.address.path()).find()) {
      mirror.lands(key, mirror.landing(arrived));
      return;
    }
    if (answer.verdict() != Verdict.FINE) {
      refuse(order, key, answer);
      return;
    }
    String arrivedKey = scope.key(arrived);
    if (!arrivedKey.equals(key) && !order.home) {
      if (!scope.isOwn(arrived)) {
        // It leads to another host, which is not ours to go through.
        mirror.lands(key, Landing.NOT_ASKED);
        return;
      }
      if (mirror.knows(arrivedKey) && mirror.landing(arrived).kind() == Landing.Kind.FILE) {
        mirror.lands(key, mirror.landing(arrived));
        return;
      }
    }
    switch (order.want) {
      case SEEN -> mirror.keepName(arrivedKey, arrived);
      case TEXT -> {
        byte[] css = Charsets.readable(answer.body(), answer.contentType());
        mirror.keepText(arrivedKey, arrived, css);
        found.addAll(PageReading.ofStyleSheet(PageReading.text(css, null), arrived));
      }
      case FILE -> file(arrivedKey, arrived, answer);
      case PAGE -> page(order, arrivedKey, arrived, answer, found);
    }
    if (!arrivedKey.equals(key)) {
      asked.putIfAbsent(arrivedKey, order.want);
      mirror.lands(key, mirror.landing(arrived));
    }
  }

  private void page(
      Order order, String key, WebAddress arrived, Answer answer, List<PageReading.Link> found)
      throws IOException {
    String type = answer.mediaType();
    boolean html = type.contains("html") || type.isEmpty() && looksLikeHtml(answer.body());
    if (!html) {
      if (answer.whole() && type.startsWith("text/")) {
        mirror.keepText(key, arrived, answer.body());
        return;
      }
      // A program of the site sends a file; its name did not tell.
      Path into = mirror.incoming(incoming++);
      Answer again = network.ask(Ask.file(scope.toAsk(order.address), into)).join();
      answers.put(scope.key(order.address), slim(again));
      if (again.verdict() == Verdict.FINE) {
        file(key, arrived, again);
      } else {
        refuse(order, key, again);
      }
      return;
    }
    byte[] page = Charsets.readable(answer.body(), answer.contentType());
    if (mirror.keepPage(key, arrived, page, order.home)) {
      PageReading reading = PageReading.of(PageReading.text(page, null), arrived);
      readings.put(mirror.landing(arrived).file(), reading);
      found.addAll(reading.links());
    } else {
      skip(Skipped.SAME);
    }
  }

  private static boolean looksLikeHtml(byte[] body) {
    String head =
        new String(body, 0, Math.min(500, body.length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return head.contains("<html") || head.contains("<!doctype html");
  }

  private void file(String key, WebAddress arrived, Answer answer) throws IOException {
    Path came = answer.file();
    if (came == null || !Files.exists(came)) {
      mirror.keepName(key, arrived);
      return;
    }
    if (!answer.whole() || bytes + Files.size(came) > limits.bytes()) {
      Files.delete(came);
      long size = answer.length();
      mirror.lands(
          key,
          Landing.wrong(
              Finding.of(
                      Rule.EVIDENCE_LARGE,
                      "ไฟล์ใหญ่เกินกว่าจะดาวน์โหลดมาตรวจ"
                          + (size > 0 ? " (" + size / 1_000_000 + " MB)" : ""),
                      "too large to be fetched and looked into"
                          + (size > 0 ? " (" + size / 1_000_000 + " MB)" : ""))
                  .hint(
                      "ลดขนาดไฟล์ หรือแบ่งเป็นหลายไฟล์ ให้ไม่เกิน 20 MB",
                      "make it smaller or split it: 20 MB at most")));
      return;
    }
    bytes += Files.size(came);
    mirror.keepFile(key, arrived, came, extensionOf(answer.mediaType()));
    fetched.add(mirror.landing(arrived).file());
  }

  /** What a file without an extension would be called, by its type; null when nobody can tell. */
  private static String extensionOf(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> ".pdf";
      case "application/msword" -> ".doc";
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> ".docx";
      case "application/vnd.ms-excel" -> ".xls";
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ".xlsx";
      case "image/jpeg" -> ".jpg";
      case "image/png" -> ".png";
      default -> null;
    };
  }

  /** Says why an address does not open, for every link that leads to it. */
  private void refuse(Order order, String key, Answer answer) {
    Reason reason = answer.reason();
    if (reason == Reason.NOT_ASKED
        || reason == Reason.OUT_OF_TIME
        || reason == Reason.OUT_OF_REQUESTS) {
      skip(Skipped.STOPPED);
      mirror.lands(key, Landing.NOT_ASKED);
      return;
    }
    if (reason == Reason.NOT_FOUND || reason == Reason.GONE) {
      mirror.lands(key, Landing.GONE);
      return;
    }
    Rule rule =
        switch (answer.verdict()) {
          case DEAD -> Rule.EXTERNAL_DEAD;
          case LOGIN -> Rule.EXTERNAL_LOGIN;
          default -> Rule.EXTERNAL_UNVERIFIED;
        };
    if (rule == Rule.EXTERNAL_UNVERIFIED && order.want == Want.PAGE) {
      undecidedPages++;
    }
    String status = answer.status() == 0 ? "" : " (" + answer.status() + ")";
    String path = order.address.path();
    boolean says = reason.says().en().contains(Integer.toString(answer.status()));
    mirror.lands(
        key,
        Landing.wrong(
            Finding.of(
                rule,
                "เปิด "
                    + UrlPath.decode(path)
                    + " แล้ว"
                    + reason.says().th()
                    + (says ? "" : status),
                UrlPath.decode(path) + ": " + reason.says().en() + (says ? "" : status))));
  }

  /** An answer without what was already put away. */
  private static Answer slim(Answer answer) {
    return new Answer(
        answer.asked(),
        answer.arrived(),
        answer.reason(),
        answer.status(),
        answer.hops(),
        answer.contentType(),
        answer.length(),
        answer.whole(),
        answer.took(),
        answer.at(),
        answer.remembered(),
        new byte[0],
        answer.file());
  }

  // What came of it

  /** What the host said, by address, in the order of asking. */
  Map<String, Answer> answers() {
    return answers;
  }

  Answer answer(WebAddress address) {
    return answers.get(scope.key(address));
  }

  /** What a page of the mirror says; null for what is none. */
  PageReading reading(String file) {
    return readings.get(file);
  }

  /** Every page that was read, by its file. */
  Map<String, PageReading> readings() {
    return readings;
  }

  /** Whether an address led to a file that was fetched whole. */
  boolean isFetchedFile(WebAddress address) {
    return fetched.contains(mirror.landing(address).file());
  }

  /** How many addresses were left out, and why. */
  Map<Skipped, Integer> skipped() {
    return skipped;
  }

  /** The shapes of addresses of which there seems to be no end. */
  Map<String, Integer> endless() {
    return shapes.refused();
  }

  /** Pages of which the host said nothing that decides. */
  int undecidedPages() {
    return undecidedPages;
  }

  /** Whether some page of the site may have been missed. */
  boolean isIncomplete() {
    return undecidedPages > 0
        || skipped.keySet().stream()
            .anyMatch(why -> why != Skipped.SAME && why != Skipped.CHANGES && why != Skipped.FILES);
  }
}
