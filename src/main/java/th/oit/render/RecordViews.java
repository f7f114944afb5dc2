package th.oit.render;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import th.oit.content.Embed;
import th.oit.content.ItemPart;

/**
 * Questions with answers, and proposals with what became of them, as their templates see them. Used
 * once, for one placed file.
 */
final class RecordViews {
  private final String id;
  private final Wording words;
  private final Page page;
  private final Map<String, Object> model = new HashMap<>();

  /** The page in which the file is placed. */
  interface Page {
    /**
     * Gives an entry its id.
     *
     * @param own the id that the entry has; null when it has none
     * @param made what to make one of then
     * @param label what links to the entry call it
     */
    String id(String own, String made, String label);

    /** The link that an entry names, with what to call it. */
    Map<String, Object> link(ItemPart.Place place);
  }

  /**
   * @param id the id of the whole
   */
  RecordViews(String id, String caption, Wording words, Page page) {
    this.id = id;
    this.words = words;
    this.page = page;
    model.put("id", id);
    model.put("caption", caption);
  }

  /**
   * Questions that were asked on a day, newest first, behind those that are merely often asked; and
   * how long the answers took, in days of the calendar.
   */
  Map<String, Object> questions(Embed.Questions embed) {
    List<Map<String, Object>> often = new ArrayList<>();
    List<Map<String, Object>> log = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    List<Embed.Question> questions = new ArrayList<>(embed.questions());
    questions.sort(
        Comparator.comparing(
            Embed.Question::asked, Comparator.nullsFirst(Comparator.reverseOrder())));
    for (Embed.Question question : questions) {
      Map<String, Object> view = new HashMap<>();
      view.put("question", question.question());
      Views.putIfPresent(view, "answer", question.answer());
      Views.putIfPresent(view, "by", question.by());
      Views.putIfPresent(view, "topic", question.topic());
      if (question.link() != null) {
        view.put("link", page.link(question.link()));
      }
      if (question.answered() != null) {
        view.put("answered", Views.date(question.answered(), words.language()));
      }
      if (question.asked() == null) {
        often.add(view);
      } else {
        view.put("asked", Views.date(question.asked(), words.language()));
        if (question.answered() != null) {
          long days = ChronoUnit.DAYS.between(question.asked(), question.answered());
          waits.add(days);
          view.put("took", took(days));
        }
        log.add(view);
      }
      int number = often.size() + log.size();
      view.put("id", page.id(question.id(), id + "-" + number, question.question()));
    }
    model.put("often", often);
    model.put("log", log);
    model.put("answered", waits.size());
    if (!waits.isEmpty()) {
      Collections.sort(waits);
      model.put("usually", days(waits.get((waits.size() - 1) / 2)));
      model.put("longest", days(waits.get(waits.size() - 1)));
    }
    return model;
  }

  private String took(long days) {
    return days == 0 ? words.get("qa-took-same-day") : words.get("qa-took", days(days));
  }

  private String days(long days) {
    return days == 0
        ? words.get("same-day")
        : days == 1 ? words.get("one-day") : words.get("days", days);
  }

  /** Proposals in the order of the file. */
  Map<String, Object> voices(Embed.Voices embed) {
    List<Map<String, Object>> voices = new ArrayList<>();
    for (Embed.Voice voice : embed.voices()) {
      Map<String, Object> view = new HashMap<>();
      view.put("id", page.id(voice.id(), id + "-" + (voices.size() + 1), voice.suggestion()));
      view.put("suggestion", voice.suggestion());
      view.put("action", voice.action());
      Views.putIfPresent(view, "from", voice.from());
      Views.putIfPresent(view, "result", voice.result());
      Views.putIfPresent(view, "by", voice.by());
      if (voice.date() != null) {
        view.put("date", Views.date(voice.date(), words.language()));
      }
      if (voice.link() != null) {
        view.put("link", page.link(voice.link()));
      }
      if (voice.state() != null) {
        view.put("state", voice.state().name().toLowerCase(Locale.ROOT));
      }
      voices.add(view);
    }
    model.put("voices", voices);
    return model;
  }
}
