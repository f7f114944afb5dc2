package th.oit.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import th.oit.text.Folding;
import th.oit.text.ItemCode;
import th.oit.text.ThaiOrder;

/**
 * All pages in the order of a dictionary, for those whom a search does not serve: by the first
 * consonant, items under their code too, and words of the people leading to the words of the
 * office.
 */
final class AlphabeticalList {
  /** So many pages, the newest, stand behind a word that leads to the words of the office. */
  private static final int MOST_BEHIND_A_WORD = 6;

  private AlphabeticalList() {}

  /** The letters with their entries, as a template shows them. */
  static List<Map<String, Object>> letters(List<SearchIndex.Entry> pages, Synonyms synonyms) {
    List<Listed> listed = new ArrayList<>();
    List<Titled> titled = new ArrayList<>(pages.size());
    for (SearchIndex.Entry page : pages) {
      ThaiOrder.Place place = ThaiOrder.place(page.title());
      titled.add(new Titled(page, Folding.key(page.title()), place));
      listed.add(new Listed(page.title(), place, List.of(page)));
    }
    for (List<String> group : synonyms.groups()) {
      for (String word : group) {
        List<SearchIndex.Entry> meant = meant(word, group, titled);
        if (!meant.isEmpty()) {
          listed.add(new Listed(word, ThaiOrder.place(word), meant));
        }
      }
    }
    Map<Character, List<Listed>> letters = new TreeMap<>();
    for (Listed entry : listed) {
      letters.computeIfAbsent(entry.place().initial(), letter -> new ArrayList<>()).add(entry);
    }
    List<Map<String, Object>> views = new ArrayList<>();
    letters.forEach(
        (letter, entries) -> {
          entries.sort(
              Comparator.comparing(Listed::place)
                  .thenComparing(entry -> -entry.pages().get(0).year())
                  .thenComparing(entry -> entry.pages().get(0).url()));
          views.add(
              Map.of(
                  "letter",
                  letter == '0' ? "0–9" : letter.toString(),
                  "id",
                  "letter-" + Integer.toHexString(letter),
                  "entries",
                  entries.stream().map(Listed::view).toList()));
        });
    return views;
  }

  /** The pages whose titles say a word of the group, but which do not stand under this one. */
  private static List<SearchIndex.Entry> meant(
      String word, List<String> group, List<Titled> pages) {
    String own = Folding.key(word);
    List<String> others =
        group.stream().map(Folding::key).filter(other -> !other.equals(own)).toList();
    List<Titled> meant = new ArrayList<>();
    for (Titled page : pages) {
      if (!page.key().startsWith(own) && others.stream().anyMatch(page.key()::contains)) {
        meant.add(page);
      }
    }
    return meant.stream()
        .sorted(
            Comparator.comparing((Titled titled) -> -titled.page().year())
                .thenComparing(Titled::place)
                .thenComparing(titled -> titled.page().url()))
        .limit(MOST_BEHIND_A_WORD)
        .map(Titled::page)
        .toList();
  }

  /** The items by their code, newest year first. */
  static List<Map<String, Object>> codes(List<SearchIndex.Entry> pages) {
    return pages.stream()
        .filter(page -> !page.code().isEmpty())
        .sorted(
            Comparator.comparing(AlphabeticalList::code)
                .thenComparing(page -> -page.year())
                .thenComparing(SearchIndex.Entry::url))
        .map(AlphabeticalList::view)
        .toList();
  }

  private static int code(SearchIndex.Entry page) {
    return ItemCode.parse(page.code()).map(ItemCode::number).orElse(Integer.MAX_VALUE);
  }

  private static Map<String, Object> view(SearchIndex.Entry page) {
    Map<String, Object> view = new HashMap<>();
    view.put("title", page.title());
    view.put("url", page.url());
    Views.putIfPresent(view, "code", page.code());
    if (page.year() > 0 && !page.code().isEmpty()) {
      view.put("year", page.year());
    }
    return view;
  }

  /** A page whose title is folded once, however many words are looked for in it. */
  private record Titled(SearchIndex.Entry page, String key, ThaiOrder.Place place) {}

  /** Something that stands in the list: the title of a page, or a word that leads to pages. */
  private record Listed(String title, ThaiOrder.Place place, List<SearchIndex.Entry> pages) {
    Map<String, Object> view() {
      if (pages.size() == 1 && pages.get(0).title().equals(title)) {
        return AlphabeticalList.view(pages.get(0));
      }
      return Map.of("title", title, "see", pages.stream().map(AlphabeticalList::view).toList());
    }
  }
}
