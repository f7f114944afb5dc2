package th.oit.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultListAdapter;
import freemarker.template.DefaultMapAdapter;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;

/** FreeMarker set up for the site; says what is wrong with a template by file, line and column. */
final class Templates {
  /** How many characters most pages and most parts of pages have at most. */
  private static final int PAGE = 24_576;

  private static final int PART = 2_048;

  private final Configuration configuration;
  private final TemplateSources sources;
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  static {
    // FreeMarker looks for four libraries of logging, and complains of those it half finds; what
    // goes wrong in a template is told by exceptions.
    if (System.getProperty("org.freemarker.loggerLibrary") == null) {
      System.setProperty("org.freemarker.loggerLibrary", "none");
    }
  }

  Templates(TemplateSources sources) {
    this.sources = sources;
    this.configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setObjectWrapper(new Wrapper());
    configuration.setTemplateLoader(sources);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputEncoding("UTF-8");
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("Asia/Bangkok"));
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    // A template shows what it is given; it makes no objects of its own.
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /** Markup that a template prints as it is. */
  static TemplateModel markup(String html) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Markup that is made when a template first prints it, for what costs time and many templates
   * leave out. For the page of one thread.
   */
  static Object markupWhenPrinted(Supplier<String> html) {
    return new Later(html);
  }

  /** Markup not yet made. */
  private static final class Later {
    private final Supplier<String> html;
    private TemplateModel made;

    Later(Supplier<String> html) {
      this.html = html;
    }

    TemplateModel model() {
      if (made == null) {
        made = markup(html.get());
      }
      return made;
    }
  }

  /** The usual one, which knows besides what is made only when it is asked for. */
  private static final class Wrapper extends DefaultObjectWrapper {
    Wrapper() {
      super(Configuration.VERSION_2_3_34);
    }

    /** What there is most of comes first; the usual one asks for arrays and dates before. */
    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
      if (value instanceof String text) {
        return new SimpleScalar(text);
      }
      if (value instanceof Map<?, ?> map) {
        return DefaultMapAdapter.adapt(map, this);
      }
      if (value instanceof List<?> list) {
        return DefaultListAdapter.adapt(list, this);
      }
      return super.wrap(value);
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
      return value instanceof Later later ? later.model() : super.handleUnknownType(value);
    }
  }

  /** Sets what every template sees. */
  void share(String name, Object value) {
    try {
      configuration.setSharedVariable(name, value);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Fills a template.
   *
   * @param page what is being rendered, for the message when it fails
   * @throws UnusableInput when the template does not parse, or fails
   */
  String fill(String name, Map<String, ?> model, String page) {
    return fill(name, model, page, PART).toString();
  }

  /**
   * Fills the template of a page.
   *
   * @param page what is being rendered, for the message when it fails
   * @throws UnusableInput when the template does not parse, or fails
   */
  PageText page(String name, Map<String, ?> model, String page) {
    return fill(name, model, page, PAGE);
  }

  private PageText fill(String name, Map<String, ?> model, String page, int room) {
    PageText out = new PageText(room);
    try {
      template(name).process(model, out);
    } catch (TemplateException e) {
      throw syntaxBehind(e).orElseGet(() -> failed(e, page));
    } catch (IOException e) {
      throw syntaxBehind(e).orElseThrow(() -> new UncheckedIOException(e));
    }
    return out;
  }

  /**
   * The fault of syntax that is behind a failure: of the template, or of one that it imports, now
   * or on the page before, for FreeMarker remembers it inside another exception.
   */
  private Optional<UnusableInput> syntaxBehind(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ParseException parse) {
        return Optional.of(syntax(parse));
      }
    }
    return Optional.empty();
  }

  private Template template(String name) throws IOException {
    Template template = parsed.get(name);
    if (template == null) {
      try {
        template = configuration.getTemplate(name);
      } catch (TemplateNotFoundException e) {
        throw new UnusableInput(
            Finding.of(Rule.SOURCE_MISSING, "ไม่พบแม่แบบ " + name, "there is no template " + name)
                .at(Source.of(TemplateSources.FOLDER + "/" + name)));
      }
      parsed.put(name, template);
    }
    return template;
  }

  private UnusableInput syntax(ParseException e) {
    String name = e.getTemplateName();
    String problem = firstParagraph(e.getEditorMessage());
    return new UnusableInput(
        Finding.of(
                Rule.TEMPLATE_SYNTAX,
                "แม่แบบ " + name + " เขียนไม่ถูกต้อง: " + problem,
                "the template " + name + " does not parse: " + problem)
            .at(new Source(sources.shownName(name), e.getLineNumber(), e.getColumnNumber()))
            .excerpt(sources.line(name, e.getLineNumber()))
            .hint(
                "แก้ตรงบรรทัดนี้ หรือลบไฟล์ "
                    + name
                    + " ออกจากโฟลเดอร์ templates เพื่อใช้แม่แบบที่มากับโปรแกรม",
                "mend that line, or delete " + name + " from 'templates' to use the tool's own"));
  }

  private UnusableInput failed(TemplateException e, String page) {
    String name = e.getTemplateSourceName() == null ? "?" : e.getTemplateSourceName();
    int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
    int column = e.getColumnNumber() == null ? 0 : e.getColumnNumber();
    String problem = firstParagraph(e.getMessageWithoutStackTop());
    return new UnusableInput(
        Finding.of(
                Rule.TEMPLATE_FAILED,
                "แม่แบบ " + name + " ทำหน้า " + page + " ไม่สำเร็จ: " + problem,
                "the template " + name + " fails on " + page + ": " + problem)
            .onPage(page)
            .at(new Source(sources.shownName(name), line, column))
            .excerpt(line == 0 ? null : sources.line(name, line)));
  }

  /**
   * FreeMarker's messages go on with tips of many lines; the first paragraph says what is wrong.
   */
  private static String firstParagraph(String message) {
    if (message == null) {
      return "";
    }
    int end = message.indexOf("\n\n");
    String first = end < 0 ? message : message.substring(0, end);
    int tips = first.indexOf("\n----");
    return (tips < 0 ? first : first.substring(0, tips)).replaceAll("\\s+", " ").strip();
  }
}
