package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A browser window on the instance; it remembers what a user would never be told. */
final class Window implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium", "/usr/bin/microsoft-edge",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    /** Nothing is fetched or told in the background: whatever leaves the machine is the page's doing. */
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final URI server;
    private final List<String> troubles = new ArrayList<>();

    private Window(Playwright playwright, Browser browser, URI server, Browser.NewContextOptions options) {
        this.playwright = playwright;
        this.browser = browser;
        this.server = server;
        this.page = browser.newContext(options).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(page.url() + " says on the console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add(page.url() + " fails: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(server.toString()) && !request.url().startsWith("data:")) {
                troubles.add(page.url() + " asks another host: " + request.url());
            }
        });
    }

    /** Where no browser is installed the tests are skipped, and say so. */
    static Window open(URI server, Browser.NewContextOptions options) {
        var playwright = Playwright.create();
        var launch = new BrowserType.LaunchOptions().setArgs(QUIET);
        var program = Stream.concat(PROGRAMS.stream(), Stream.of(playwright.chromium().executablePath()))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            playwright.close();
            Assumptions.abort("no browser is installed: none of " + PROGRAMS + " and none of Playwright's own");
        }
        return new Window(playwright, playwright.chromium().launch(launch.setExecutablePath(program.orElseThrow())),
                server, options);
    }

    /** One click, as somebody with this role. */
    Page logIn(String role) {
        page.navigate(server.resolve("/").toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(role)).first().click();
        page.waitForURL(server.resolve("/").toString());
        return page;
    }

    void go(String path) {
        var response = page.navigate(server.resolve(path).toString());
        assertThat(response.status()).as(path).isEqualTo(200);
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** By how many pixels the page is wider than the window. */
    int overflow() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
