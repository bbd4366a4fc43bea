package io.receivables.query.edge;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Documents to be printed or handed over, from the templates in {@code templates/paper}. */
@Component
public class Pdf {

    public static final String TYPE = "application/pdf";

    /** Latin, Greek and Cyrillic letters; the fonts that every reader has know the Latin ones of the west alone. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FAMILY = "Liberation Sans";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final ITemplateEngine templates;

    Pdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * Writes a document; the stream stays open.
     *
     * @param template its name in {@code templates/paper}
     * @param values what the template fills in; {@code in} writes dates and amounts as the language does
     */
    public void write(String template, Locale locale, Map<String, Object> values, OutputStream out)
            throws IOException {
        var context = new Context(locale, values);
        context.setVariable("in", new PaperText(locale));
        var html = templates.process("paper/" + template, context);
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        // Every font is in the file: it looks the same in ten years, on whatever machine.
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useFont(Pdf::font, FAMILY);
        // Whatever stands in a name: nothing is fetched from anywhere.
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }
}
