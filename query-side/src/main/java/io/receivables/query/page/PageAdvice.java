package io.receivables.query.page;

import io.receivables.platform.problem.Problem;
import io.receivables.platform.problem.ProblemAdvice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages have in common. Problems are shown as pages: the handlers for the API would answer JSON. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {

    static final String PROBLEM = "page/problem";

    private final Shells shells;

    PageAdvice(Shells shells) {
        this.shells = shells;
    }

    /** A form sends each of its fields; an empty one counts as absent. */
    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request) {
        return shells.of(request);
    }

    @ModelAttribute("to")
    Links to() {
        return Links.LIVE;
    }

    @ExceptionHandler
    ModelAndView on(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        var problem = ProblemAdvice.problemOf(exception);
        problem.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        return new ModelAndView(PROBLEM, model(problem, shells.of(request)), HttpStatus.valueOf(problem.status()));
    }

    static Map<String, Object> model(Problem problem, Shell shell) {
        return Map.of("problem", problem, "shell", shell, "to", Links.LIVE);
    }
}
