package io.receivables.query.page;

import io.receivables.query.edge.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One event, whole. */
@Controller
class EventPage {

    private final ReadEvent event;
    private final AsKnownInput asKnown;

    EventPage(ReadEvent event, AsKnownInput asKnown) {
        this.event = event;
        this.asKnown = asKnown;
    }

    @GetMapping("/events/{position}")
    ModelAndView show(@PathVariable String position, Viewpoint typed) {
        var viewpoint = typed.read(asKnown);
        long number = Parameters.position("position", position);
        return new ModelAndView("page/event").addObject("to", new Links(viewpoint))
                .addObject("before", new Links(viewpoint.known(number - 1)))
                .addObject("then", new Links(viewpoint.known(number)))
                .addObject("sheet", event.handle(number, new Links(viewpoint)));
    }
}
