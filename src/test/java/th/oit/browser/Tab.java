package th.oit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One tab: goes to pages, takes on widths and colours, presses keys, and notes what went wrong. */
final class Tab implements AutoCloseable {
  /** A key: its code in the protocol's sense, and what it types. */
  private record Key(int code, String text) {}

  private static final Map<String, Key> KEYS =
      Map.of(
          "Tab", new Key(9, ""),
          "Enter", new Key(13, "\r"),
          "Escape", new Key(27, ""),
          " ", new Key(32, " "),
          "ArrowRight", new Key(39, ""),
          "ArrowDown", new Key(40, ""));

  private final Chromium browser;
  private final String session;
  private final String target;
  private final List<String> faults = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private volatile CountDownLatch loaded = new CountDownLatch(0);
  private boolean scripts = true;

  Tab(Chromium browser, String session, String target) {
    this.browser = browser;
    this.session = session;
    this.target = target;
  }

  void begin() {
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", json());
    }
    // Keys go to the page as if its window were in front.
    send("Emulation.setFocusEmulationEnabled", json().put("enabled", true));
  }

  private static ObjectNode json() {
    return Chromium.MAPPER.createObjectNode();
  }

  private JsonNode send(String method, ObjectNode parameters) {
    return browser.send(session, method, parameters);
  }

  /** Called on the socket's thread: notes, and never waits. */
  void hear(String event, JsonNode about) {
    switch (event) {
      case "Page.loadEventFired" -> loaded.countDown();
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(about.path("type").asText())) {
          fault("console: " + about.path("args"));
        }
      }
      case "Runtime.exceptionThrown" ->
          fault("exception: " + about.path("exceptionDetails").path("text").asText());
      case "Log.entryAdded" -> {
        JsonNode entry = about.path("entry");
        if (List.of("error", "warning").contains(entry.path("level").asText())) {
          fault("log: " + entry.path("text").asText() + " " + entry.path("url").asText());
        }
      }
      case "Network.requestWillBeSent" -> {
        synchronized (faults) {
          requests.add(about.path("request").path("url").asText());
        }
      }
      case "Network.responseReceived" -> {
        JsonNode response = about.path("response");
        if (response.path("status").asInt() >= 400) {
          fault("answered " + response.path("status") + ": " + response.path("url").asText());
        }
      }
      case "Network.loadingFailed" -> {
        // Leaving a page takes back what it still waits for; that is no fault of the page.
        if (!about.path("canceled").asBoolean()) {
          fault("failed: " + about.path("type").asText() + " " + about.path("errorText").asText());
        }
      }
      default -> {}
    }
  }

  private void fault(String text) {
    synchronized (faults) {
      faults.add(text);
    }
  }

  /** What the console and the network complained of since the page was asked for. */
  List<String> faults() {
    synchronized (faults) {
      return List.copyOf(faults);
    }
  }

  /** The addresses that were asked for since the page was. */
  List<String> requests() {
    synchronized (faults) {
      return List.copyOf(requests);
    }
  }

  /** Goes to a page and waits until it and its fonts are there. */
  void go(String address) {
    // A fragment of the same page fires no load event: leave the page first.
    expectLoad();
    send("Page.navigate", json().put("url", "about:blank"));
    awaitLoad("about:blank");
    synchronized (faults) {
      faults.clear();
      requests.clear();
    }
    expectLoad();
    JsonNode answer = send("Page.navigate", json().put("url", address));
    if (answer.has("errorText")) {
      throw new IllegalStateException(address + ": " + answer.path("errorText").asText());
    }
    awaitLoad(address);
    awaitFonts(address);
  }

  void expectLoad() {
    loaded = new CountDownLatch(1);
  }

  void awaitLoad(String what) {
    try {
      if (!loaded.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("did not load: " + what);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Polled: a promise of a page whose scripts are off never comes true. */
  private void awaitFonts(String address) {
    for (int i = 0; i < 600; i++) {
      if (evaluate("document.fonts.status").asText().equals("loaded")) {
        return;
      }
      pause(10);
    }
    throw new IllegalStateException("the fonts did not come: " + address);
  }

  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of an expression in the page; promises are waited for. */
  JsonNode evaluate(String expression) {
    ObjectNode parameters = json().put("expression", expression).put("returnByValue", true);
    parameters.put("awaitPromise", scripts);
    JsonNode answer = send("Runtime.evaluate", parameters);
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** The strings of an array that an expression gives. */
  List<String> strings(String expression) {
    List<String> all = new ArrayList<>();
    evaluate(expression).forEach(each -> all.add(each.asText()));
    return all;
  }

  /** Makes the window this wide, in CSS pixels. */
  Tab width(int pixels) {
    send(
        "Emulation.setDeviceMetricsOverride",
        json()
            .put("width", pixels)
            .put("height", pixels < 700 ? 740 : 900)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    return this;
  }

  /** The colours that the device asks for: {@code light} or {@code dark}. */
  Tab colours(String scheme) {
    ObjectNode parameters = json();
    ArrayNode features = parameters.putArray("features");
    features.addObject().put("name", "prefers-color-scheme").put("value", scheme);
    send("Emulation.setEmulatedMedia", parameters);
    return this;
  }

  /** Whether pages loaded from now on may run scripts. */
  Tab scripts(boolean on) {
    scripts = on;
    send("Emulation.setScriptExecutionDisabled", json().put("value", !on));
    return this;
  }

  /** Presses keys one after another, as named by {@code KeyboardEvent.key}. */
  Tab press(String... keys) {
    for (String name : keys) {
      Key key = KEYS.get(name);
      ObjectNode down =
          json()
              .put("type", key.text().isEmpty() ? "rawKeyDown" : "keyDown")
              .put("key", name)
              .put("code", name.equals(" ") ? "Space" : name)
              .put("windowsVirtualKeyCode", key.code());
      if (!key.text().isEmpty()) {
        down.put("text", key.text());
      }
      send("Input.dispatchKeyEvent", down);
      ObjectNode up = json().put("type", "keyUp").put("key", name);
      send("Input.dispatchKeyEvent", up.put("windowsVirtualKeyCode", key.code()));
    }
    return this;
  }

  /** Types text into what has the focus. */
  Tab type(String text) {
    send("Input.insertText", json().put("text", text));
    return this;
  }

  /** The page as a PDF, of the size that its style sheet says. */
  byte[] pdf() {
    ObjectNode parameters = json().put("preferCSSPageSize", true).put("printBackground", false);
    return Base64.getDecoder().decode(send("Page.printToPDF", parameters).path("data").asText());
  }

  /** A picture of what a selector finds first, as PNG. */
  byte[] picture(String selector) {
    send("Emulation.setScrollbarsHidden", json().put("hidden", true));
    JsonNode box =
        evaluate(
            "(r => [r.x + scrollX, r.y + scrollY, r.width, r.height])(document.querySelector('"
                + selector
                + "').getBoundingClientRect())");
    ObjectNode parameters = json().put("format", "png").put("captureBeyondViewport", true);
    ObjectNode clip = parameters.putObject("clip").put("scale", 1);
    clip.put("x", box.path(0).asDouble()).put("y", box.path(1).asDouble());
    clip.put("width", box.path(2).asDouble()).put("height", box.path(3).asDouble());
    return Base64.getDecoder()
        .decode(send("Page.captureScreenshot", parameters).path("data").asText());
  }

  @Override
  public void close() {
    browser.send(null, "Target.closeTarget", json().put("targetId", target));
    browser.forget(this, session);
  }
}
