package io.receivables.platform.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import tools.jackson.databind.json.JsonMapper;

/** What the web server refuses before our code sees it, such as a URL that cannot be decoded, is a problem as well. */
public final class ServerRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> ((StandardHost) context.getParent())
                .setErrorReportValveClass(Valve.class.getName()));
    }

    /** Made by the web server, by its name. */
    public static final class Valve extends ErrorReportValve {

        private static final JsonMapper JSON = new JsonMapper();

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var problem = status < 500
                    ? Problem.of(ProblemCode.PARAMETER_INVALID, "the request is not accepted")
                    : Problem.of(ProblemCode.INTERNAL_ERROR, "an unexpected error; it has been logged");
            response.setStatus(problem.status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding("utf-8");
            response.setHeader("Cache-Control", "no-store");
            try {
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(JSON.writeValueAsString(problem));
                    response.finishResponse();
                }
            } catch (IOException clientHasGone) {
                throw new UncheckedIOException(clientHasGone);
            }
        }
    }
}
