package th.oit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Gathers one of a list of people while a page is walked through. */
final class PersonReader {
  private static final Pattern CONTACT =
      Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+|[0๐][0-9๐-๙ ()-]{7,}[0-9๐-๙]");

  private final Element person;
  private final List<String> others = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String name = "";
  private String position = "";
  private boolean named;
  private boolean placed;
  private boolean picture;
  private boolean described;
  private boolean contact;

  PersonReader(Element person) {
    this.person = person;
  }

  Element element() {
    return person;
  }

  void begin(Element element) {
    if (element.hasAttr("data-oit-name")) {
      name = element.text().strip();
      named = true;
    } else if (element.hasAttr("data-oit-position")) {
      position = element.text().strip();
      placed = true;
    } else if (element.normalName().equals("img")) {
      picture = true;
      described |= !element.attr("alt").isBlank();
    } else if (element.normalName().equals("a")) {
      String href = element.attr("href");
      contact |= href.matches("(?i)(tel|mailto|https?|line|sms):.+");
    }
  }

  void text(String words) {
    text.append(words);
  }

  void separate() {
    String words = TableReader.squeeze(text);
    text.setLength(0);
    if (!words.isEmpty()) {
      others.add(words);
    }
  }

  Outline.Person person() {
    separate();
    List<String> rest = new ArrayList<>();
    for (String words : others) {
      if (CONTACT.matcher(words).find()) {
        contact = true;
      } else if (!words.equals(name) && !words.equals(position)) {
        rest.add(words);
      }
    }
    if (!named && !rest.isEmpty()) {
      name = rest.remove(0);
    }
    if (!placed && !rest.isEmpty()) {
      position = rest.get(0);
    }
    return new Outline.Person(name, position, picture, described, contact);
  }
}
