package th.oit.content;

import java.time.LocalDate;
import java.util.List;
import th.oit.source.DataTable;

/** Data that a page places in its text by the image syntax. */
public sealed interface Embed {
  /**
   * A table.
   *
   * @param name what the table is called on the page and in the names of its data files: the file's
   *     base name, with the number of the sheet behind it unless that is the first
   */
  record Table(DataTable table, String name, Format format) implements Embed {
    /** The path of the file in which it is written, relative to {@code content/}. */
    public String path() {
      return table.file().substring(ContentReader.FOLDER.length() + 1);
    }
  }

  /** In what kind of file a table is written. */
  enum Format {
    CSV,
    XLSX,
    /** Not published itself: it may say more than the table shows. */
    YAML
  }

  /** A list of people from a YAML file. */
  record People(List<Person> people) implements Embed {}

  /** The parts of a body and what belongs to them, from a YAML file. */
  record Chart(List<Unit> units) implements Embed {}

  /** A part of a body; what the office left out is null, or empty where it is a list. */
  record Unit(String name, String head, String note, List<Unit> units) {}

  /** One person; what the office left out is null. */
  record Person(
      String name,
      String position,
      String image,
      String phone,
      String email,
      String group,
      String note) {}

  /** Questions of the public with their answers. */
  record Questions(List<Question> questions) implements Embed {}

  /**
   * A question; what the office left out is null.
   *
   * @param id the place on the page under which it can be linked to
   * @param asked null for a question that is merely often asked
   * @param answer null while the office owes it
   * @param by who answered
   * @param link where more is said, relative to the file of the questions
   */
  record Question(
      String id,
      String question,
      LocalDate asked,
      String answer,
      LocalDate answered,
      String by,
      String topic,
      ItemPart.Place link) {}

  /** What people proposed and what became of it. */
  record Voices(List<Voice> voices) implements Embed {}

  /**
   * A proposal; what the office left out is null.
   *
   * @param from who proposed it or where, never a person's name
   * @param action what the office did, or why it did not
   * @param result what came of it
   * @param by who did it
   * @param link where more is said, relative to the file of the proposals
   */
  record Voice(
      String id,
      String suggestion,
      String from,
      LocalDate date,
      String action,
      String result,
      String by,
      State state,
      ItemPart.Place link) {}

  /** How far a proposal has come. */
  enum State {
    DONE,
    DOING,
    PLANNED,
    DECLINED
  }

  /**
   * Under what a page keeps the data that it places.
   *
   * @param target as written
   * @param title what stands in quotes behind it; null when nothing does
   */
  static String key(String target, String title) {
    return title == null ? target : target + " \"" + title + "\"";
  }
}
