package th.oit.audit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import th.oit.check.links.WebAddress;

/**
 * Keeps a crawl out of pages without end: calendars that go on to the next month for ever, filters
 * that combine, folders that hold themselves.
 *
 * <p>Addresses that differ only in numbers have one shape. Of a shape that looks like a calendar
 * few are looked at, of any other many more; the first ones met, so that two crawls of one site
 * look at the same. Not thread-safe.
 */
final class Shapes {
  /** About three years of months. */
  static final int MOST_OF_CALENDAR = 40;

  /** More articles than an office writes in some years. */
  static final int MOST_OF_SHAPE = 500;

  private static final int LONGEST = 1500;
  private static final int MOST_PARAMETERS = 12;
  private static final int MOST_REPEATED = 3;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern CALENDAR =
      Pattern.compile("calend|ปฏิทิน|%E0%B8%9B%E0%B8%8F%E0%B8%B4%E0%B8%97%E0%B8%B4%E0%B8%99");
  private static final Set<String> DATES =
      Set.of(
          "date",
          "day",
          "month",
          "year",
          "week",
          "y",
          "m",
          "d",
          "mon",
          "yr",
          "ym",
          "from",
          "to",
          "start",
          "end",
          "timestamp",
          "time",
          "cal",
          "tribe-bar-date",
          "eventdate",
          "curdate");

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();

  /** Whether an address is looked at; remembers that it was. */
  boolean take(WebAddress address) {
    String path = address.path();
    String query = address.query() == null ? "" : address.query();
    if (path.length() + query.length() > LONGEST || repeats(path)) {
      refused.merge(shape(path, query), 1, Integer::sum);
      return false;
    }
    String[] parameters = query.isEmpty() ? new String[0] : query.split("&");
    String shape = shape(path, query);
    boolean varies = !shape.equals(path + (query.isEmpty() ? "" : "?" + query));
    if (!query.isEmpty()
        && counts.merge(path + "?" + names(parameters), 1, Integer::sum) > 2 * MOST_OF_SHAPE) {
      refused.merge(path + "?" + names(parameters), 1, Integer::sum);
      return false;
    }
    if (!varies && parameters.length <= MOST_PARAMETERS) {
      return true;
    }
    int most = isCalendar(path, parameters) ? MOST_OF_CALENDAR : MOST_OF_SHAPE;
    if (parameters.length > MOST_PARAMETERS || counts.merge(shape, 1, Integer::sum) > most) {
      refused.merge(shape, 1, Integer::sum);
      return false;
    }
    return true;
  }

  /** How many addresses of each shape were left out. */
  Map<String, Integer> refused() {
    return refused;
  }

  private static String shape(String path, String query) {
    String shape = NUMBER.matcher(path).replaceAll("N");
    if (query.isEmpty()) {
      return shape.length() > 200 ? shape.substring(0, 200) + "…" : shape;
    }
    StringBuilder out = new StringBuilder(shape).append('?');
    String[] parameters = query.split("&");
    for (int i = 0; i < Math.min(parameters.length, MOST_PARAMETERS); i++) {
      out.append(i == 0 ? "" : "&").append(NUMBER.matcher(parameters[i]).replaceAll("N"));
    }
    return out.length() > 200 ? out.substring(0, 200) + "…" : out.toString();
  }

  private static String names(String[] parameters) {
    StringBuilder names = new StringBuilder();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      names.append(names.length() == 0 ? "" : "&");
      names.append(equals < 0 ? parameter : parameter.substring(0, equals + 1));
    }
    return names.toString();
  }

  private static boolean isCalendar(String path, String[] parameters) {
    if (CALENDAR.matcher(path.toLowerCase(Locale.ROOT)).find()) {
      return true;
    }
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (DATES.contains(name.toLowerCase(Locale.ROOT)) || CALENDAR.matcher(parameter).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a folder stands in itself: {@code /news/img/news/img/news/}. */
  private static boolean repeats(String path) {
    Map<String, Integer> seen = new HashMap<>();
    for (String segment : path.split("/")) {
      if (!segment.isEmpty() && seen.merge(segment, 1, Integer::sum) > MOST_REPEATED) {
        return true;
      }
    }
    return false;
  }
}
