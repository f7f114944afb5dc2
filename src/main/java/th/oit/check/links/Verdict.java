package th.oit.check.links;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * What became of the links of a page with which nothing was wrong. It holds as long as the page has
 * the same bytes, no file has come or gone to which one of its links could lead, and the pages at
 * whose places they point are the same.
 *
 * @param links how many there are
 * @param paths the files to which they lead, and what they are for
 * @param waiting the links to places on other pages
 * @param externals the links to other hosts
 */
record Verdict(int links, Map<String, Use> paths, List<Waiting> waiting, List<External> externals) {

  /**
   * What links to a file are for.
   *
   * @param followed whether a person can follow one to another page
   * @param type as which the file holds links itself; null when it does not
   */
  record Use(boolean followed, UsedFiles.Type type) {}

  /** A link whose fragment the page must have to which it leads. */
  record Waiting(int link, int occurrence, String raw, String path) {}

  /** A link to another host. */
  record External(int occurrence, String raw, boolean followed, boolean sent) {}

  private static final UsedFiles.Type[] TYPES = UsedFiles.Type.values();

  void pack(TextTable texts, Packer out) {
    out.number(links).number(paths.size());
    paths.forEach(
        (path, use) -> {
          out.number(texts.number(path));
          out.number(
              (use.followed() ? 1 : 0) + (use.type() == null ? 0 : 2 + 2 * use.type().ordinal()));
        });
    out.number(waiting.size());
    for (Waiting one : waiting) {
      out.number(one.link()).number(one.occurrence());
      out.number(texts.number(one.raw())).number(texts.number(one.path()));
    }
    out.number(externals.size());
    for (External one : externals) {
      out.number(one.occurrence()).number(texts.number(one.raw()));
      out.flag(one.followed()).flag(one.sent());
    }
  }

  /**
   * Unpacks it.
   *
   * @param touched the numbers of the paths to which another answer may be due now
   * @return null when it leads to one of these
   */
  static Verdict unpack(TextTable texts, BitSet touched, Unpacker in) {
    int links = in.number();
    int count = in.number();
    Map<String, Use> paths = new LinkedHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      int path = in.number();
      int use = in.number();
      if (touched.get(path)) {
        return null;
      }
      paths.put(texts.text(path), new Use((use & 1) != 0, use < 2 ? null : TYPES[(use - 2) / 2]));
    }
    List<Waiting> waiting = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      waiting.add(
          new Waiting(in.number(), in.number(), texts.text(in.number()), texts.text(in.number())));
    }
    List<External> externals = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      externals.add(new External(in.number(), texts.text(in.number()), in.flag(), in.flag()));
    }
    return new Verdict(links, paths, waiting, externals);
  }

  /**
   * What the paths of all files have in common that a host may send for one address: {@code x},
   * {@code x/index.html}, {@code x/index.htm} and {@code x.html}.
   */
  static String stem(String path) {
    int end = path.length();
    for (String ending : List.of("index.html", "index.htm", ".html")) {
      if (path.endsWith(ending)) {
        end -= ending.length();
        break;
      }
    }
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
