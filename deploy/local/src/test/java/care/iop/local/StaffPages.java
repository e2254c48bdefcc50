package care.iop.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody of the staff at the pages, signed in as they would sign in, with everything noted that the browser complains about. */
final class StaffPages implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String AXE = axe();
    private static final int PHONE = 320;
    private static final int DESKTOP = 1280;

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    StaffPages(Browser browser, String origin) {
        this.origin = origin;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(DESKTOP, 900).setTimezoneId("America/New_York"));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + page.url());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    /** Opens a page; whoever is not signed in comes to the sign-in first, and back. */
    void open(String path, String user) {
        page.navigate(origin + path);
        if (page.url().contains("/auth/")) {
            page.getByLabel("Username").fill(user);
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(Realm.user(user).password());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                    .click();
            page.waitForURL(origin + path);
        }
        filled();
    }

    /** Waits until the script has filled the page. */
    void filled() {
        page.waitForFunction(
                "() => document.querySelector('main') && !document.querySelector('[aria-busy]') && document.querySelector('main > :not(h1):not(noscript)')");
        page.waitForLoadState(LoadState.LOAD);
    }

    /** Looks at the page as people do: phone and desktop, light and dark, by axe's rules. */
    void look(String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(DESKTOP, PHONE)) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + "-" + width + "-" + scheme + ".png")));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s at %d pixels", name, width)
                        .isEqualTo(width);
            }
            page.evaluate(AXE);
            assertThat(
                            (List<?>)
                                    page.evaluate(
                                            "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))"))
                    .as("%s, %s, by axe's rules", name, scheme)
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(DESKTOP, 900);
    }

    /** The browser runs it for the test, so the pages' policy of content does not forbid it. */
    private static String axe() {
        try (var script = StaffPages.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Follows the first such link and waits for what the page behind it shows. */
    void follow(String link, String... shown) {
        page.locator(link).first().click();
        for (var text : shown) {
            page.getByText(text).first().waitFor();
        }
        filled();
    }

    /** Presses the first button of this name and waits for what appears. */
    void press(String button, String shown) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.getByText(shown).first().waitFor();
        filled();
    }

    /** Presses a button that moves a referral on, and waits until the page says the new state. */
    void move(String button, String state) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.waitForFunction(
                "state => document.querySelector('main') && !document.querySelector('[aria-busy]')"
                        + " && [...document.querySelectorAll('dd')].some(said => said.textContent === state)",
                state);
        filled();
    }

    /** Takes up the referral of somebody who calls, and waits until the page shows it. */
    void refer(String givenName, String familyName, String birthDate) {
        unfold("New referral");
        fill("Given name", givenName);
        fill("Family name", familyName);
        fill("Birth date", birthDate);
        choose("Gender", "OTHER");
        choose("How urgent", "URGENT");
        press("Take up the referral", "No clinician has recorded a placement.");
    }

    /** Tells the placement rules more than before, field by field, and waits for what they answer. */
    void assess(List<Map.Entry<String, String>> facts, String answer) {
        unfold("Ask the placement rules");
        for (var fact : facts) {
            var field = field(fact.getKey());
            if ("SELECT".equals(field.evaluate("field => field.tagName"))) {
                field.selectOption(fact.getValue());
            } else if ("checkbox".equals(field.getAttribute("type"))) {
                field.check();
            } else {
                field.fill(fact.getValue());
            }
        }
        press("Ask the rules", answer);
    }

    /** Whether the page shows that this field was refused. */
    boolean isMarked(String label) {
        return "true".equals(field(label).getAttribute("aria-invalid"));
    }

    /** Notes what came of the first thing to be done, and waits until the page tells it. */
    void complete(String note) {
        fill("What came of it", note);
        press("Done", note);
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("To be done"))
                        .innerText())
                .contains("done", note);
    }

    /** Records that the person signed a consent to treatment, and waits until its gate is met. */
    void recordConsent(String signer) {
        unfold("Record a consent to treatment");
        fill("Who signed", signer);
        field("When").fill((String)
                page.evaluate("() => new Date(Date.now() - new Date().getTimezoneOffset() * 60000 - 60000)"
                        + ".toISOString().slice(0, 16)"));
        press("Record consent", "A consent to treatment is in force");
    }

    /** Records that the person agreed to pay, and waits until its gate is met. */
    void recordSelfPay(String estimate) {
        unfold("Record an agreement to pay without insurance");
        fill("The estimate that they were shown", estimate);
        press("Record agreement", "agreed to pay");
    }

    /** Shows the figures of one program. */
    void chooseProgram(String name) {
        field("Program").selectOption(new SelectOption().setLabel(name));
        var answer = page.waitForResponse(
                found -> found.url().contains("/metrics/") && found.url().contains("programId="),
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                        .click());
        assertThat(answer.status()).isEqualTo(200);
        filled();
    }

    /** The field of a label; exact names of selects would have to name their options, too. */
    private Locator field(String label) {
        return page.locator("xpath=//label[normalize-space(text()[1])='" + label
                + "']//*[self::input or self::select or self::textarea]");
    }

    /** Opens what is folded under this summary, if it is not open. */
    void unfold(String text) {
        var summary = page.locator("summary", new Page.LocatorOptions().setHasText(text))
                .first();
        if (summary.evaluate("summary => summary.parentElement.open").equals(false)) {
            summary.click();
        }
    }

    private void fill(String label, String value) {
        field(label).fill(value);
    }

    private void choose(String label, String value) {
        field(label).selectOption(value);
    }

    void acknowledgeFirstAlert(String reason) {
        var alerts = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Open alerts"));
        var before = alerts.locator("form").count();
        var first = alerts.locator("li", new Locator.LocatorOptions().setHasText("AL-SUI-1"))
                .first();
        first.locator("select").selectOption(new SelectOption().setLabel(reason));
        first.locator("button").click();
        page.getByText("Open alerts (" + (before - 1) + ")").waitFor();
        assertThat(complaints).isEmpty();
    }

    /** The session alone must not write: any site could make the browser send it. */
    void refusesWritingWithoutItsHeader(String path) {
        assertThat(page.evaluate(
                        "path => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }).then(answer => answer.status)",
                        path))
                .isEqualTo(401);
    }

    /** The browser notes refused requests as errors, so nothing is to be complained about before this. */
    void isRefused(String path) {
        var answer = page.navigate(origin + path);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(text()).contains("Not for your role");
        assertThat(answer.headerValue("content-security-policy")).contains("script-src 'self'");
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
