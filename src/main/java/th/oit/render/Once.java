package th.oit.render;

import freemarker.core.DirectiveCallPlace;
import freemarker.core.Environment;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code <@once per=[…]>…</@once>}: what stands inside is filled once for each of the values given,
 * and printed again wherever a page has the same. What it prints must depend on nothing else but
 * the language and what is the same on every page. Variables that are set inside are set where it
 * is filled only.
 *
 * <p>For one rendering and one language. Thread-safe.
 */
final class Once implements TemplateDirectiveModel {
  private static final int ROOM = 4_096;

  private final Typography typography;
  private final Map<Key, Part> parts = new ConcurrentHashMap<>();

  /**
   * @param place where the directive stands, which FreeMarker gives an object of its own
   */
  private record Key(DirectiveCallPlace place, Object values) {}

  /**
   * What was printed.
   *
   * @param plain as it was filled
   * @param from where its first tag begins
   * @param set from there to the end of its last tag, as {@link Typography} sets it on every page;
   *     empty where that depends on the page
   * @param bytes the same in UTF-8
   */
  record Part(char[] plain, int from, char[] set, byte[] bytes) {}

  Once(Typography typography) {
    this.typography = typography;
  }

  @Override
  public void execute(
      Environment environment,
      @SuppressWarnings("rawtypes") Map parameters,
      TemplateModel[] loopVariables,
      TemplateDirectiveBody body)
      throws TemplateException, IOException {
    if (body == null) {
      return;
    }
    for (Object name : parameters.keySet()) {
      if (!name.equals("per")) {
        throw new TemplateModelException("<@once> knows 'per' only, not '" + name + "'");
      }
    }
    Object values = value((TemplateModel) parameters.get("per"));
    Key key = new Key(environment.getCurrentDirectiveCallPlace(), values);
    Part part = parts.get(key);
    if (part == null) {
      PageText text = new PageText(ROOM);
      body.render(text);
      part = typography.part(text);
      // Two pages may have filled it at the same time: both have printed the same.
      parts.put(key, part);
    }
    Writer out = environment.getOut();
    if (out instanceof PageText page) {
      page.write(part);
    } else {
      out.write(part.plain());
    }
  }

  private static Object value(TemplateModel model) throws TemplateModelException {
    if (model == null) {
      return "";
    }
    if (model instanceof TemplateScalarModel text) {
      return text.getAsString();
    }
    if (model instanceof TemplateNumberModel number) {
      return number.getAsNumber();
    }
    if (model instanceof TemplateBooleanModel flag) {
      return flag.getAsBoolean();
    }
    if (model instanceof TemplateSequenceModel list) {
      List<Object> values = new ArrayList<>(list.size());
      for (int i = 0; i < list.size(); i++) {
        values.add(value(list.get(i)));
      }
      return values;
    }
    throw new TemplateModelException(
        "<@once per=…> takes texts, numbers, yes or no, and lists of these");
  }
}
