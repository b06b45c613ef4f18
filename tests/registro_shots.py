"""The pictures of Registro. To add yours: a line here."""

from tests.acts import early, first_person, nobody, part_of_registro, running, typing
from tests.consent_acts import (
    asked_fields,
    consent_texts,
    figures,
    figures_below,
    its_focus,
    minor_at_the_door,
    minor_revoked,
    platform,
)
from tests.door_acts import someone_out, unknown_card
from tests.doubles_acts import doubled, ended, organizations, pair_in_hand
from tests.export_acts import contacts_saved
from tests.paper_acts import papers, repeated_signature, squaring, typing_a_sheet
from tests.people_acts import people_columns, people_list, people_row, people_wrong
from tests.reader_acts import card, elsewhere, garbled, known_cedula, yellow_cedula
from tests.shots import Shot

REGISTRO: tuple[Shot, ...] = (
    Shot("registro", running("registro", typing("buscar_persona", "zul"))),
    Shot("registro_ingresos", running("registro", first_person)),
    Shot("registro_nueva", running("registro", typing("buscar_persona", "Maricel Balanta\n1.130.664.2"))),
    Shot("registro_repetida", running("registro", typing("buscar_persona", "66310182\n"))),
    Shot("registro_parecida", running("registro", typing("buscar_persona", "Marta Lucia Echeveri\n"))),
    Shot("registro_salio", running("registro", someone_out)),
    Shot("registro_revisar", running("registro", unknown_card)),
    Shot("registro_cedula", running("registro", known_cedula)),
    Shot("registro_cedula_nueva", running("registro", yellow_cedula)),
    Shot("registro_tarjeta", running("registro", card)),
    Shot("registro_lectura", running("registro", garbled)),
    Shot("en_vivo_lectura", running("en_vivo", elsewhere)),
    Shot("registro_sin_nombre", running("registro", part_of_registro("conteos"))),
    Shot("registro_transmision", running("registro", part_of_registro("metricas"))),
    Shot("registro_listado", running("registro", part_of_registro("hojas"))),
    Shot("registro_autorizacion", running("registro", minor_revoked)),
    Shot("registro_caracterizacion", running("registro", its_focus)),
    Shot("registro_datos", running("registro", figures)),
    Shot("registro_datos_abajo", running("registro", figures_below)),
    Shot("registro_que_se_pregunta", running("registro", asked_fields)),
    Shot("registro_texto", running("registro", consent_texts)),
    Shot("registro_plataforma", running("registro", platform)),
    Shot("registro_nueva_menor", running("registro", minor_at_the_door)),
    Shot("registro_folio", running("registro", typing_a_sheet)),
    Shot("registro_folio_repetida", running("registro", repeated_signature)),
    Shot("registro_folio_cerrado", running("registro", squaring)),
    Shot("registro_papel", running("registro", papers)),
    Shot("registro_traer", running("registro", people_list)),
    Shot("registro_traer_fila", running("registro", people_row)),
    Shot("registro_traer_columnas", running("registro", people_columns)),
    Shot("registro_traer_mala", running("registro", people_wrong)),
    Shot("registro_contactos", contacts_saved),
    Shot("registro_antes", early),
    Shot("registro_vacio", nobody),
    Shot("registro_parejas", running("registro", doubled)),
    Shot("registro_pareja", running("registro", pair_in_hand)),
    Shot("registro_organizaciones", running("registro", organizations)),
    Shot("registro_agregados", running("registro", ended)),
)
