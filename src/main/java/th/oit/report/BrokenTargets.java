package th.oit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.text.Language;

/**
 * Findings about links with one for every broken target, which names all places that use it, so
 * that a link of the menu is read once and not on every page.
 *
 * <p>Two links have one target when the same is said about them: what is said names the target from
 * the site's root, however it was written.
 */
public final class BrokenTargets {
  private static final int SHOWN = 5;

  private BrokenTargets() {}

  private record Target(Rule rule, Severity severity, String said) {}

  /** The findings with those about one target joined, each where its first was. */
  public static List<Finding> join(List<Finding> findings) {
    Map<Target, List<Finding>> targets = new LinkedHashMap<>();
    List<Object> order = new ArrayList<>();
    for (Finding finding : findings) {
      if (!isAboutTarget(finding)) {
        order.add(finding);
        continue;
      }
      Target target = new Target(finding.rule(), finding.severity(), finding.message().en());
      List<Finding> users = targets.get(target);
      if (users == null) {
        users = new ArrayList<>();
        targets.put(target, users);
        order.add(users);
      }
      users.add(finding);
    }
    List<Finding> joined = new ArrayList<>(order.size());
    for (Object one : order) {
      if (one instanceof Finding finding) {
        joined.add(finding);
      }
      if (one instanceof List<?> users) {
        List<Finding.Place> places = new ArrayList<>();
        users.forEach(user -> places.add(((Finding) user).place()));
        joined.add(((Finding) users.get(0)).usedAt(places));
      }
    }
    return joined;
  }

  /** Repeated ids and bad names are faults of a place, not of what it leads to. */
  private static boolean isAboutTarget(Finding finding) {
    String id = finding.rule().id();
    return finding.target() != null
        && (id.startsWith("link/") || id.startsWith("external/"))
        && finding.rule() != Rule.LINK_DUPLICATE_ID
        && finding.rule() != Rule.LINK_NAME;
  }

  /** What the finding says, with the number of places and the first of them when it has several. */
  static String message(Finding finding, Language language) {
    String message = finding.message().in(language);
    List<String> places = places(finding, language);
    if (places.isEmpty()) {
      return message;
    }
    int shown = Math.min(SHOWN, places.size());
    String more = shown < places.size() ? ", …" : "";
    return message
        + " ("
        + count(finding, language)
        + ": "
        + String.join(", ", places.subList(0, shown))
        + more
        + ")";
  }

  /** How many links there are to one target. */
  static String count(Finding finding, Language language) {
    int count = finding.places().size();
    return language == Language.TH ? count + " แห่ง" : count + " places";
  }

  /** Each place once, with the number of pages on which a shared one shows; none for one place. */
  static List<String> places(Finding finding, Language language) {
    if (finding.places().size() < 2) {
      return List.of();
    }
    Map<String, Integer> pages = new LinkedHashMap<>();
    for (Finding.Place place : finding.places()) {
      pages.merge(
          place.source() == null ? place.page() : place.source().toString(), 1, Integer::sum);
    }
    List<String> places = new ArrayList<>();
    pages.forEach((place, count) -> places.add(count == 1 ? place : place + " ×" + count));
    return places;
  }
}
