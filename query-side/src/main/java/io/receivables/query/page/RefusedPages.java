package io.receivables.query.page;

import io.receivables.platform.identity.RefusedPage;
import io.receivables.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ViewResolver;

/** Shows a browser why the gate did not let it in, in the look of the pages. */
@Component
class RefusedPages implements RefusedPage {

    private final ViewResolver thymeleafViewResolver;
    private final Shells shells;

    RefusedPages(ViewResolver thymeleafViewResolver, Shells shells) {
        this.thymeleafViewResolver = thymeleafViewResolver;
        this.shells = shells;
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws Exception {
        response.setStatus(problem.status());
        response.setContentType("text/html;charset=UTF-8");
        Objects.requireNonNull(
                thymeleafViewResolver.resolveViewName(PageAdvice.PROBLEM, LocaleContextHolder.getLocale()))
                .render(PageAdvice.model(problem, shells.of(request)), request, response);
    }
}
