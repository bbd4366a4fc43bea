package io.receivables.platform.identity;

import io.receivables.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers a browser that the gate turned away; where there is none, it is answered as a client of the API. */
@FunctionalInterface
public interface RefusedPage {

    void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws Exception;
}
