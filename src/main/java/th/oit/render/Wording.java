package th.oit.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.UnusableInput;
import th.oit.source.Fields;
import th.oit.source.SourceText;
import th.oit.source.YamlReader;
import th.oit.text.Language;
import th.oit.text.NearMatch;

/**
 * The words of the templates in one language: those of {@code words.th.yml} or {@code words.en.yml}
 * that come with the tool, of which a site may say some in its own way in a file of that name.
 * Immutable.
 */
final class Wording {
  private final Language language;
  private final Map<String, String> words;

  private Wording(Language language, Map<String, String> words) {
    this.language = language;
    this.words = words;
  }

  /**
   * Reads the words.
   *
   * @throws UnusableInput when the site's own file cannot be read or names an unknown word
   */
  static Wording of(Language language, TemplateSources sources) {
    String name = "words." + language.name().toLowerCase(Locale.ROOT) + ".yml";
    Findings findings = new Findings();
    Map<String, String> words = new HashMap<>();
    take(sources.bundledText(name).orElseThrow(), findings, words, null);
    Set<String> known = new TreeSet<>(words.keySet());
    sources.ownText(name).ifPresent(own -> take(own, findings, words, known));
    if (findings.hasErrors()) {
      throw new UnusableInput(findings.sorted());
    }
    return new Wording(language, Map.copyOf(words));
  }

  private static void take(
      SourceText text, Findings findings, Map<String, String> words, Set<String> known) {
    Fields fields = Fields.of(YamlReader.read(text), findings);
    for (String key : List.copyOf(fields.names())) {
      if (known != null && !known.contains(key)) {
        Finding unknown =
            Finding.of(
                    Rule.SOURCE_KEY,
                    "แม่แบบไม่มีคำชื่อ \"" + key + "\"",
                    "the templates have no word named '" + key + "'")
                .at(fields.keyAt(key))
                .about(key);
        findings.add(
            NearMatch.of(key, known)
                .map(n -> unknown.hint("น่าจะหมายถึง \"" + n + "\"", "did you mean '" + n + "'?"))
                .orElse(unknown));
      } else {
        fields.text(key).ifPresent(word -> words.put(key, word));
      }
    }
  }

  Language language() {
    return language;
  }

  /** A word without anything to fill in. */
  String get(String key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalArgumentException("no word '" + key + "'");
    }
    return word;
  }

  /** A word with its places filled, as plain text. */
  String get(String key, Object... values) {
    String word = get(key);
    for (int i = 0; i < values.length; i++) {
      word = word.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return word;
  }

  /** Puts {@code w}, the words by name, and {@code say}, which fills them, into a model. */
  void addTo(Map<String, Object> model) {
    model.put("w", words);
    model.put("say", (TemplateMethodModelEx) this::say);
  }

  /**
   * {@code say("key", value, …)}: plain text, or markup where the word or a value is markup, in
   * which case plain values are escaped.
   */
  private Object say(List<?> arguments) throws TemplateModelException {
    String word = get(text((TemplateModel) arguments.get(0)));
    boolean markup = word.indexOf('<') >= 0;
    for (Object argument : arguments) {
      markup |= argument instanceof TemplateHTMLOutputModel;
    }
    for (int i = 1; i < arguments.size(); i++) {
      String value;
      if (arguments.get(i) instanceof TemplateHTMLOutputModel html) {
        value = HTMLOutputFormat.INSTANCE.getMarkupString(html);
      } else {
        String plain = text((TemplateModel) arguments.get(i));
        value = markup ? HTMLOutputFormat.INSTANCE.escapePlainText(plain) : plain;
      }
      word = word.replace("{" + (i - 1) + "}", value);
    }
    return markup ? HTMLOutputFormat.INSTANCE.fromMarkup(word) : word;
  }

  private static String text(TemplateModel model) throws TemplateModelException {
    if (model instanceof TemplateScalarModel text) {
      return text.getAsString();
    }
    if (model instanceof TemplateNumberModel number) {
      return number.getAsNumber().toString();
    }
    throw new TemplateModelException("say() fills in texts and numbers only");
  }
}
