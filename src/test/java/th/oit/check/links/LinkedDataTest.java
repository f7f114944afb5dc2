package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedDataTest {
  @Test
  void takesThePropertiesOfSchemaOrgWhoseValuesAreAddresses() {
    assertEquals(
        List.of("/", "/seal.png", "https://fb.com/x", "https://line.me/x", "/a.pdf", "b.jpg"),
        jsonLd(
            """
            {"@context": "https://schema.org", "@type": "GovernmentOrganization",
             "name": "none.html", "url": "/", "logo": {"@type": "ImageObject", "url": "/seal.png"},
             "sameAs": ["https://fb.com/x", "https://line.me/x"],
             "subjectOf": [{"contentUrl": "/a.pdf"}, {"image": ["b.jpg"]}],
             "telephone": "02", "description": "ดู /none.html"}
            """));
  }

  @Test
  void takesAnIdForALinkOnlyInThePlaceOfOneAndWithoutAFragment() {
    assertEquals(
        List.of("/news/", "/news/1.html"),
        jsonLd(
            """
            {"@context": {"@vocab": "https://schema.org/"}, "@id": "/none/",
             "@graph": [{"@id": "/#org", "publisher": {"@id": "/none2/"}},
              {"@type": "ListItem", "item": {"@id": "/news/", "name": "ข่าว"}},
              {"mainEntityOfPage": {"@type": "WebPage", "@id": "/news/1.html"}},
              {"image": {"@id": "/page.html#photo"}, "logo": {"@id": "_:b0"}}]}
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "{\"url\": \"/none/\"}",
        "{\"@context\": \"https://example.org/terms\", \"url\": \"/none/\"}",
        "{\"@context\": [\"https://schema.org\", {\"@base\": \"https://x.org/\"}], \"url\": \"/n\"}",
        "{\"@context\": {\"url\": \"https://schema.org/none\"}}",
        "{\"@context\": \"https://schema.org\", \"url\": \"#part\", \"image\": \" \"}",
        "{\"@context\": \"https://schema.org\", \"potentialAction\":"
            + " {\"target\": {\"urlTemplate\": \"/search?q={term}\"}}}",
        "{\"@context\": \"https://schema.org\", \"mainEntityOfPage\": \"True\", \"item\": \"แผน\"}",
        "{\"@context\": \"https://schema.org\", \"url\": 5, \"image\": null}"
      })
  void passesOverWhatIsNoLink(String json) {
    assertEquals(List.of(), jsonLd(json));
  }

  @Test
  void readsAsFarAsThereIsSense() {
    assertEquals(
        List.of("/a/"),
        jsonLd("{\"@context\":\"http://www.schema.org/\",\"url\":\"/a/\",}\n// url: \"/b/\""));
    assertEquals(List.of(), jsonLd("[".repeat(100_000)));
  }

  @Test
  void namesWhereAnAddressBeginsAndUndoesEscapes() {
    String json = "{\"@context\":\"https:\\/\\/schema.org\",\n \"url\": \"\\/แผน\\/\"}";
    List<Integer> offsets = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    LinkedData.jsonLd(
        json,
        (url, offset) -> {
          urls.add(url);
          offsets.add(offset);
        });
    assertEquals(List.of("/แผน/"), urls);
    assertEquals(List.of(json.indexOf("\\/แผน")), offsets);
  }

  @Test
  void takesTheStartAndThePicturesOfAnApp() {
    List<String> urls = new ArrayList<>();
    LinkedData.manifest(
        """
        {"name": "none", "start_url": "../?app", "scope": "/none/", "id": "none",
         "icons": [{"src": "i/192.png", "sizes": "192x192"}, {"src": "i/512.png"}],
         "shortcuts": [{"name": "x", "url": "/contact/", "icons": [{"src": "c.png"}]}],
         "screenshots": [{"src": "s.png", "label": "none"}]}
        """,
        (url, offset) -> urls.add(url));
    assertEquals(List.of("../?app", "i/192.png", "i/512.png", "/contact/", "c.png", "s.png"), urls);
  }

  private static List<String> jsonLd(String json) {
    List<String> urls = new ArrayList<>();
    LinkedData.jsonLd(json, (url, offset) -> urls.add(url));
    return urls;
  }
}
