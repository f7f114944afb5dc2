package th.oit.render;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.identity.Print;
import th.oit.text.Language;

/**
 * What one rendering leaves to the next, so that only what may have changed is made anew.
 *
 * <p>A page depends on its own body and on what all pages share: the configuration, the lists, the
 * templates, what stands before the body of every page, the data and every other file, the day.
 * While that {@linkplain #begin world} is the same, a page whose body is the same has the same
 * bytes, and what is made of the whole site has too. In another world nothing is kept.
 *
 * <p>For one rendering at a time, whose workers may use it together.
 */
public final class Kept {
  private Print world;
  private Look look;
  private final Map<String, Made> made = new ConcurrentHashMap<>();

  /**
   * What a piece of the work has made.
   *
   * @param key by which all is recognised that it depends on besides the world
   * @param outputs the files it has written, with the prints of their bytes
   * @param copies the smaller copies of pictures for which it has asked
   * @param origins where what stands in the files was written
   * @param entry what the search knows of the page; null for what is no page
   * @param entryPrint by which the entry is recognised; null where there is none
   * @param datasets the page's open data
   * @param dataPrint by which they are recognised; null where there are none
   */
  record Made(
      Print key,
      Map<String, Print> outputs,
      Set<String> copies,
      Map<String, SourceMap.Page> origins,
      SearchIndex.Entry entry,
      Print entryPrint,
      List<Dataset> datasets,
      Print dataPrint) {}

  /** The templates, parsed, with what belongs to them. */
  record Look(
      Print print,
      TemplateSources sources,
      Map<String, TemplateSources.Asset> files,
      Assets assets,
      Templates templates,
      Map<Language, Wording> words) {}

  /** Forgets what was made in another world. */
  void begin(Print now) {
    if (!now.equals(world)) {
      made.clear();
      world = now;
    }
  }

  /** What a piece of the work has made in this world with the same key; null when nothing. */
  Made of(String task, Print key) {
    Made known = made.get(task);
    return known != null && known.key().equals(key) ? known : null;
  }

  void put(String task, Made what) {
    made.put(task, what);
  }

  /** The look that was used last; null when it was another one. */
  Look look(Print print) {
    return look != null && look.print().equals(print) ? look : null;
  }

  void put(Look used) {
    look = used;
  }
}
