package io.receivables.command.rate.set;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nothing is known of a rate until somebody says so: what ships with the product is loaded by this call. */
@RestController
class LoadShippedRateApi {

    private final Commands commands;

    LoadShippedRateApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/reference-rates/{rate}/shipped-values")
    ResponseEntity<byte[]> load(@PathVariable String rate, CommandContext context) {
        SetReferenceRateApi.requireName(rate);
        var shipped = ShippedRate.of(rate);
        return commands.send(new SetReferenceRate(rate, shipped.values(), shipped.source()), context);
    }
}
