package th.oit.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.finding.Source;
import th.oit.identity.Print;
import th.oit.source.DataTable;
import th.oit.store.Packer;
import th.oit.store.Unpacker;
import th.oit.text.FiscalYear;
import th.oit.text.Language;

/** Packs what a page says besides its body, which stays in its file. */
final class PagePack {
  private PagePack() {}

  /** Whether all that the page says can be packed: not people, charts, questions and voices. */
  static boolean canPack(ContentPage page) {
    return page.embeds().values().stream().allMatch(Embed.Table.class::isInstance);
  }

  static void pack(ContentPage page, Packer out) {
    out.choice(page.kind());
    out.text(page.title()).text(page.summary()).day(page.date()).day(page.updated());
    out.text(page.department()).choice(page.status()).text(page.reason());
    out.day(page.publish()).day(page.expires());
    out.text(page.image()).text(page.imageAlt()).text(page.topic()).choice(page.language());
    out.print(page.body().print()).number(page.bodyLine()).print(page.front());
    out.number(page.keys().size());
    page.keys().forEach((key, at) -> source(page, at, out.text(key)));
    out.number(page.oia().size());
    page.oia().forEach(tag -> source(page, tag.at(), out.text(tag.text())));
    out.number(page.aliases().size());
    page.aliases().forEach(alias -> source(page, alias.at(), out.text(alias.path())));
    out.number(page.history().size());
    page.history()
        .forEach(change -> source(page, change.at(), out.day(change.date()).text(change.what())));
    out.number(page.embeds().size());
    page.embeds().forEach((key, embed) -> table((Embed.Table) embed, out.text(key)));
    out.flag(page.item() != null);
    if (page.item() != null) {
      item(page, page.item(), out);
    }
    out.flag(page.service() != null);
    if (page.service() != null) {
      service(page, page.service(), out);
    }
  }

  /** The page, whose body is read when its tree is asked for. */
  static ContentPage unpack(String path, Path contentFolder, Unpacker in) {
    String file = ContentReader.FOLDER + "/" + path;
    ContentPage.Kind kind = in.choice(ContentPage.Kind.values());
    String title = in.text();
    String summary = in.text();
    LocalDate date = in.day();
    LocalDate updated = in.day();
    String department = in.text();
    Status status = in.choice(Status.values());
    String reason = in.text();
    LocalDate publish = in.day();
    LocalDate expires = in.day();
    String image = in.text();
    String imageAlt = in.text();
    String topic = in.text();
    Language language = in.choice(Language.values());
    Print print = in.print();
    MarkdownText text =
        MarkdownText.later(() -> PageReader.body(contentFolder.resolve(path), file, print), print);
    int bodyLine = in.number();
    Print front = in.print();
    Map<String, Source> keys = keys(file, in);
    List<ContentPage.Tag> oia = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      oia.add(new ContentPage.Tag(in.text(), source(file, in)));
    }
    List<ContentPage.Alias> aliases = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      aliases.add(new ContentPage.Alias(in.text(), source(file, in)));
    }
    List<ContentPage.Change> history = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      history.add(new ContentPage.Change(in.day(), in.text(), source(file, in)));
    }
    Map<String, Embed> embeds = new LinkedHashMap<>();
    for (int i = in.number(); i > 0; i--) {
      embeds.put(in.text(), table(in));
    }
    ItemPart item = in.flag() ? item(file, in) : null;
    ServicePart service = in.flag() ? service(file, in) : null;
    return new ContentPage(
        kind,
        file,
        path,
        title,
        summary,
        date,
        updated,
        department,
        status,
        reason,
        publish,
        expires,
        image,
        imageAlt,
        topic,
        language,
        text,
        bodyLine,
        Map.copyOf(embeds),
        item,
        service,
        oia,
        aliases,
        history,
        keys,
        front);
  }

  private static void source(ContentPage page, Source at, Packer out) {
    out.text(at.file().equals(page.file()) ? null : at.file());
    out.number(at.line()).number(at.column());
  }

  private static Source source(String file, Unpacker in) {
    String other = in.text();
    return new Source(other == null ? file : other, in.number(), in.number());
  }

  private static void table(Embed.Table embed, Packer out) {
    DataTable table = embed.table();
    out.text(embed.name()).choice(embed.format()).text(table.file()).flag(table.sheet() != null);
    if (table.sheet() != null) {
      out.text(table.sheet().name()).number(table.sheet().number());
    }
    out.texts(table.columns()).number(table.columnsAt().size());
    table.columnsAt().forEach(at -> out.text(at.file()).number(at.line()).number(at.column()));
    out.number(table.rows().size());
    table.rows().forEach(row -> out.number(row.line()).texts(row.cells()));
  }

  private static Embed.Table table(Unpacker in) {
    String name = in.text();
    Embed.Format format = in.choice(Embed.Format.values());
    String file = in.text();
    DataTable.Sheet sheet = in.flag() ? new DataTable.Sheet(in.text(), in.number()) : null;
    List<String> columns = List.copyOf(in.texts());
    List<Source> columnsAt = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      columnsAt.add(new Source(in.text(), in.number(), in.number()));
    }
    List<DataTable.Row> rows = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      rows.add(new DataTable.Row(in.number(), List.copyOf(in.texts())));
    }
    DataTable table =
        new DataTable(file, sheet, columns, List.copyOf(columnsAt), List.copyOf(rows));
    return new Embed.Table(table, name, format);
  }

  private static void years(List<FiscalYear> years, Packer out) {
    out.number(years.size());
    years.forEach(year -> out.number(year.number()));
  }

  private static List<FiscalYear> years(Unpacker in) {
    List<FiscalYear> years = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      years.add(new FiscalYear(in.number()));
    }
    return years;
  }

  private static void item(ContentPage page, ItemPart item, Packer out) {
    source(page, item.codeAt(), out.text(item.code()));
    out.number(item.folderYear().number()).number(item.year().number());
    years(item.periods(), out);
    out.text(item.supervisor()).text(item.preparer()).text(item.every());
    out.number(item.elements().size());
    for (ItemPart.ElementPlaces element : item.elements()) {
      source(page, element.idAt(), out.text(element.id()));
      out.number(element.places().size());
      element.places().forEach(place -> place(page, place, out));
    }
    out.number(item.evidence().size());
    for (ItemPart.Evidence evidence : item.evidence()) {
      source(page, evidence.at(), out.text(evidence.file()));
      out.text(evidence.title()).day(evidence.date());
      years(evidence.periods(), out);
    }
  }

  private static ItemPart item(String file, Unpacker in) {
    String code = in.text();
    Source codeAt = source(file, in);
    FiscalYear folderYear = new FiscalYear(in.number());
    FiscalYear year = new FiscalYear(in.number());
    List<FiscalYear> periods = years(in);
    String supervisor = in.text();
    String preparer = in.text();
    String every = in.text();
    List<ItemPart.ElementPlaces> elements = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      String id = in.text();
      Source at = source(file, in);
      List<ItemPart.Place> places = new ArrayList<>();
      for (int j = in.number(); j > 0; j--) {
        places.add(place(file, in));
      }
      elements.add(new ItemPart.ElementPlaces(id, at, places));
    }
    List<ItemPart.Evidence> evidence = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      String named = in.text();
      Source at = source(file, in);
      evidence.add(new ItemPart.Evidence(named, at, in.text(), in.day(), years(in)));
    }
    return new ItemPart(
        code, codeAt, folderYear, year, periods, supervisor, preparer, every, elements, evidence);
  }

  private static void place(ContentPage page, ItemPart.Place place, Packer out) {
    source(page, place.at(), out.text(place.target()));
  }

  private static ItemPart.Place place(String file, Unpacker in) {
    return new ItemPart.Place(in.text(), source(file, in));
  }

  private static void service(ContentPage page, ServicePart service, Packer out) {
    out.flag(service.online() != null);
    if (service.online() != null) {
      place(page, service.online(), out);
    }
    out.text(service.time()).text(service.fee()).text(service.who()).text(service.place());
    out.text(service.hours()).texts(service.channels()).number(service.documents().size());
    for (ServicePart.Document document : service.documents()) {
      out.text(document.name()).number(document.copies()).flag(document.noCopy());
      out.text(document.note());
    }
    out.number(service.steps().size());
    service.steps().forEach(step -> out.text(step.what()).text(step.who()).text(step.time()));
    out.texts(service.law()).number(service.forms().size());
    for (ServicePart.Form form : service.forms()) {
      place(page, form.file(), out);
      out.text(form.title());
    }
    out.flag(service.rank() != null);
    if (service.rank() != null) {
      out.number(service.rank());
    }
  }

  private static ServicePart service(String file, Unpacker in) {
    ItemPart.Place online = in.flag() ? place(file, in) : null;
    String time = in.text();
    String fee = in.text();
    String who = in.text();
    String where = in.text();
    String hours = in.text();
    List<String> channels = in.texts();
    List<ServicePart.Document> documents = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      documents.add(new ServicePart.Document(in.text(), in.number(), in.flag(), in.text()));
    }
    List<ServicePart.Step> steps = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      steps.add(new ServicePart.Step(in.text(), in.text(), in.text()));
    }
    List<String> law = in.texts();
    List<ServicePart.Form> forms = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      forms.add(new ServicePart.Form(place(file, in), in.text()));
    }
    Integer rank = in.flag() ? in.number() : null;
    return new ServicePart(
        online, time, fee, who, where, hours, channels, documents, steps, law, forms, rank);
  }

  private static Map<String, Source> keys(String file, Unpacker in) {
    Map<String, Source> keys = new LinkedHashMap<>();
    for (int i = in.number(); i > 0; i--) {
      keys.put(in.text(), source(file, in));
    }
    return Map.copyOf(keys);
  }
}
